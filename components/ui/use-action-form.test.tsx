import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { z } from 'zod'
import type { FormAction, FormState } from '@/lib/form-state'
import { Choices, Field } from './field'
import { Form, Submit } from './form'
import { sentenceOf } from './form-errors'
import { useActionForm } from './use-action-form'

jest.mock('next/navigation', () => ({ ...jest.requireActual('next/navigation'), usePathname: () => '/en/settings' }))

const errors = {
  access: {
    signIn: 'Signed out.', signInKept: 'Signed out, and kept.', signInLink: 'Sign in', putBack: 'Here again.', badInput: 'Not read.',
    unexpected: 'Our fault.', offline: 'You are offline.', wait: 'Wait {minutes} min.', tooMany: 'Wait a minute.',
  },
  people: { email: 'Enter an address.', code: 'Does not fit.' },
}
const schema = z.strictObject({ email: z.email('people.errors.email'), shared: z.enum(['yes', 'no']), locale: z.literal('en') })

let drawn = 0
function Example({ action, at, onDone }: { action: FormAction<{ email: string }>; at?: Record<string, string>; onDone?: () => void }) {
  drawn++
  const form = useActionForm({ id: 'x', action, schema, values: { shared: 'yes' }, errors, ...(at && { at }), ...(onDone && { onDone }) })
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

  it('shows at its field what is refused because of that field, until something else stands there', async () => {
    const { action, sent, answer } = answering()
    render(<Example action={action} at={{ 'people.errors.code': 'email' }} />)
    for (const n of [1, 2]) {
      await type(`noor${n}@example.org`)
      await send()
      await waitFor(() => expect(sent).toHaveLength(n))
      await answer({ ok: false, errors: {}, error: 'people.errors.code', values: { email: `noor${n}@example.org` } })
      await waitFor(() => expect(summary()).toHaveFocus())
      expect(screen.getByRole('link', { name: 'Does not fit.' })).toHaveAttribute('href', '#x-email')
      expect(address()).toBeInvalid()
      expect(address()).toHaveAccessibleDescription('Where we write Does not fit.')
      expect(address()).toHaveValue(`noor${n}@example.org`)
    }
    await type('other@example.org')
    await waitFor(() => expect(summary()).toBeNull())
    expect(address()).toBeValid()
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
    // What is never answered would hold up every later answer (React takes them in order).
    await answer({ ok: true, email: 'noor@example.org' })
  })
})

describe('a session that ends while somebody writes', () => {
  const noor = `__Host-who=private.${'n'.repeat(22)}`
  // Cookies of this name need https, which jsdom does not speak.
  const signedInAs = (cookie: string) => jest.spyOn(document, 'cookie', 'get').mockReturnValue(cookie)
  const ended: FormState<{ email: string }> = { ok: false, errors: {}, error: 'access.errors.signIn', values: { email: 'noor@example.org', shared: 'no' } }

  async function writeInVain(meanwhile = () => {}) {
    const { action, sent, answer } = answering()
    const { unmount } = render(<Example action={action} />)
    await type('noor@example.org')
    await act(async () => void fireEvent.click(screen.getByLabelText('No')))
    await send()
    await waitFor(() => expect(sent).toHaveLength(1))
    meanwhile()
    await answer(ended)
    await waitFor(() => expect(summary()).toHaveFocus())
    expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/en/sign-in')
    expect(address()).toHaveValue('noor@example.org')
    const said = summary()?.textContent
    unmount()
    return said
  }

  afterEach(() => {
    sessionStorage.clear()
    jest.restoreAllMocks()
  })

  it('puts back what was typed for the same person, on whatever kind of device, until it is sent', async () => {
    signedInAs(noor)
    expect(await writeInVain()).toBe('Signed out, and kept.Sign in')
    expect(sessionStorage.getItem('haven.draft')).not.toContain('locale')
    signedInAs(noor.replace('private', 'shared'))
    const { action, sent, answer } = answering()
    const { unmount } = render(<Example action={action} />)
    expect(address()).toHaveValue('noor@example.org')
    expect(screen.getByLabelText('No')).toBeChecked()
    expect(screen.getByText('Here again.')).toBeVisible()
    await send()
    await waitFor(() => expect(sent).toEqual([{ email: 'noor@example.org', shared: 'no', locale: 'en' }]))
    await answer({ ok: true, email: 'noor@example.org' })
    await waitFor(() => expect(screen.queryByText('Here again.')).toBeNull())
    unmount()
    render(<Example action={action} />)
    expect(address()).toHaveValue('')
    expect(screen.queryByText('Here again.')).toBeNull()
  })

  it.each([['another person', `__Host-who=private.${'o'.repeat(22)}`], ['nobody, after signing out', '']])(
    'shows nothing of it to %s, and forgets it',
    async (_who, cookie) => {
      signedInAs(noor)
      await writeInVain()
      signedInAs(cookie)
      const { unmount } = render(<Example action={answering().action} />)
      expect(address()).toHaveValue('')
      unmount()
      expect(sessionStorage.getItem('haven.draft')).toBeNull()
    },
  )

  it('promises nothing where nothing is kept: somebody else has signed in meanwhile, or storage is refused', async () => {
    signedInAs(noor)
    expect(await writeInVain(() => signedInAs(`__Host-who=private.${'o'.repeat(22)}`))).toBe('Signed out.Sign in')
    signedInAs(noor)
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new Error('refused') })
    expect(await writeInVain()).toBe('Signed out.Sign in')
    expect(sessionStorage).toHaveLength(0)
  })
})

it('a long wait is told in minutes, a short one as it is, and what nobody knows is our fault', () => {
  expect(sentenceOf(errors, 'access.errors.tooMany', 61)).toBe('Wait a minute.')
  expect(sentenceOf(errors, 'access.errors.tooMany', 850)).toBe('Wait 15 min.')
  expect(sentenceOf(errors, 'people.errors.email')).toBe('Enter an address.')
  expect(sentenceOf(errors, 'quizzes.errors.other')).toBe('Our fault.')
})
