import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { z } from 'zod'
import type { FormAction, FormState } from '@/lib/form-state'
import { Choices, Field } from './field'
import { Form, Submit } from './form'
import { sentenceOf } from './form-errors'
import { useActionForm } from './use-action-form'

const errors = {
  access: { unexpected: 'Our fault.', offline: 'You are offline.', wait: 'Wait {minutes} min.', tooMany: 'Wait a minute.' },
  people: { email: 'Enter an address.', code: 'Does not fit.' },
}
const schema = z.strictObject({ email: z.email('people.errors.email'), shared: z.enum(['yes', 'no']), locale: z.literal('en') })

let drawn = 0
function Example({ action, onDone }: { action: FormAction<{ email: string }>; onDone?: () => void }) {
  drawn++
  const form = useActionForm({ id: 'x', action, schema, values: { shared: 'yes' }, errors, ...(onDone && { onDone }) })
  return (
    <Form of={form} title="Put this right">
      <Field of={form} name="email" label="Address" hint="Where we write" dir="ltr" />
      <Choices of={form} name="shared" label="Shared?" choices={[{ value: 'yes', label: 'Yes', hint: 'Keeps nothing' }, { value: 'no', label: 'No' }]} />
      <input type="hidden" name="locale" value="en" />
      <Submit of={form}>Send</Submit>
      <button type="button" onClick={form.clear}>Forget</button>
      <p role="status">{form.said?.email}</p>
    </Form>
  )
}

/** An action that is answered by hand, and notes what was sent. */
function answering() {
  const sent: Record<string, unknown>[] = []
  let answer: (state: FormState<{ email: string }> | Promise<never>) => void = () => {}
  const action: FormAction<{ email: string }> = (_before, form) => {
    sent.push(Object.fromEntries(form))
    return new Promise((resolve) => { answer = resolve })
  }
  return { action, sent, answer: (state: FormState<{ email: string }> | Promise<never>) => act(async () => answer(state)) }
}

const address = () => screen.getByLabelText('Address')
const type = (text: string) => act(async () => void fireEvent.input(address(), { target: { value: text } }))
const send = () => act(async () => void fireEvent.click(screen.getByText('Send')))
const summary = () => document.querySelector('.summary')

describe('useActionForm', () => {
  it('sends nothing that the schema refuses, and leads to what has to be put right', async () => {
    const { action, sent } = answering()
    render(<Example action={action} />)
    await type('nobody')
    await send()
    await waitFor(() => expect(summary()).toHaveFocus())
    expect(screen.getByRole('link', { name: 'Enter an address.' })).toHaveAttribute('href', '#x-email')
    expect(address()).toHaveAttribute('id', 'x-email')
    expect(address()).toBeInvalid()
    expect(address()).toHaveAccessibleDescription('Where we write Enter an address.')
    expect(address()).toHaveValue('nobody')
    expect(sent).toEqual([])
    await type('noor@example.org')
    await waitFor(() => expect(summary()).toBeNull())
  })

  it('sends what stands on the page, once, and tells what was answered', async () => {
    const { action, sent, answer } = answering()
    render(<Example action={action} />)
    await type('noor@example.org')
    await act(async () => void fireEvent.click(screen.getByLabelText('No')))
    await send()
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(screen.getByText('Send')).toHaveAttribute('aria-disabled', 'true')
    await send()
    expect(sent).toEqual([{ email: 'noor@example.org', shared: 'no', locale: 'en' }])
    await answer({ ok: true, email: 'noor@example.org' })
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('noor@example.org'))
    expect(screen.getByText('Send')).not.toHaveAttribute('aria-disabled')
  })

  it('keeps everything typed when the server says no, and comes to rest', async () => {
    const { action, sent, answer } = answering()
    render(<Example action={action} />)
    await type('noor@example.org')
    await send()
    await waitFor(() => expect(sent).toHaveLength(1))
    await answer({ ok: false, errors: {}, error: 'people.errors.code', values: { email: 'noor@example.org', shared: 'yes' } })
    await waitFor(() => expect(summary()).toHaveFocus())
    expect(summary()).toHaveTextContent('Does not fit.')
    expect(address()).toHaveValue('noor@example.org')
    const before = drawn
    await act(() => new Promise((resolve) => setTimeout(resolve, 100)))
    expect(drawn - before).toBeLessThan(5)
    await act(async () => void fireEvent.click(screen.getByText('Forget')))
    expect(summary()).toBeNull()
  })

  it('shows the errors of fields that only the server knows', async () => {
    const { action, sent, answer } = answering()
    render(<Example action={action} />)
    await type('noor@example.org')
    await send()
    await waitFor(() => expect(sent).toHaveLength(1))
    await answer({ ok: false, errors: { email: 'people.errors.email' }, values: { email: 'noor@example.org' } })
    await waitFor(() => expect(address()).toBeInvalid())
    await waitFor(() => expect(summary()).toHaveFocus())
  })

  it('tells once of each answer that did what was asked, and of no other', async () => {
    const { action, sent, answer } = answering()
    const done = jest.fn()
    // A new function at every turn, as forms write it.
    const { rerender } = render(<Example action={action} onDone={() => done('before')} />)
    rerender(<Example action={action} onDone={() => done('now')} />)
    await type('noor@example.org')
    const answers: FormState<{ email: string }>[] = [
      { ok: false, errors: {}, error: 'people.errors.code', values: { email: 'noor@example.org' } },
      { ok: true, email: 'noor@example.org' },
      { ok: true, email: 'noor@example.org' },
    ]
    for (const [n, state] of answers.entries()) {
      await send()
      await waitFor(() => expect(sent).toHaveLength(n + 1))
      await answer(state)
      rerender(<Example action={action} onDone={() => done('now')} />)
      expect(done.mock.calls).toEqual(Array.from({ length: n }, () => ['now']))
    }
  })

  it('says that the connection is lost, and lets the same be sent again', async () => {
    const { action, sent, answer } = answering()
    render(<Example action={action} />)
    await type('noor@example.org')
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    await send()
    await waitFor(() => expect(sent).toHaveLength(1))
    await answer(Promise.reject(new TypeError('fetch failed')))
    await waitFor(() => expect(summary()).toHaveTextContent('You are offline.'))
    expect(address()).toHaveValue('noor@example.org')
    await send()
    await waitFor(() => expect(sent).toHaveLength(2))
  })
})

it('a long wait is told in minutes, a short one as it is, and what nobody knows is our fault', () => {
  expect(sentenceOf(errors, 'access.errors.tooMany', 61)).toBe('Wait a minute.')
  expect(sentenceOf(errors, 'access.errors.tooMany', 850)).toBe('Wait 15 min.')
  expect(sentenceOf(errors, 'people.errors.email')).toBe('Enter an address.')
  expect(sentenceOf(errors, 'quizzes.errors.other')).toBe('Our fault.')
})
