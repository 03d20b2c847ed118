import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { FormState } from '@/lib/form-state'
import access from '@/messages/en/access.json'
import people from '@/messages/en/people.json'
import { SignInFlow } from './sign-in-flow'

// A server function runs in Next only; what it answers is played here.
const askForCode = jest.fn<Promise<FormState>, [unknown, FormData]>()
const signInWithCode = jest.fn<Promise<FormState>, [unknown, FormData]>()
jest.mock('@/lib/people/actions', () => ({
  askForCode: (...args: [unknown, FormData]) => askForCode(...args),
  signInWithCode: (...args: [unknown, FormData]) => signInWithCode(...args),
}))

const labels = people.signIn
const code = () => screen.getByLabelText(people.code.label)
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const type = (field: HTMLElement, value: string) => act(async () => void fireEvent.input(field, { target: { value } }))

function show() {
  const errors = { access: access.errors, people: people.errors }
  render(
    <SignInFlow locale="en" minutes={10} outbox={false} labels={labels} code={people.code} account={people.account} emailHint="" errors={errors} />,
  )
}

async function asked() {
  askForCode.mockImplementation(() => Promise.resolve({ ok: true, email: 'noor@example.org' } as FormState))
  show()
  await type(screen.getByLabelText(labels.email), 'noor@example.org')
  await press(labels.send)
  await waitFor(() => expect(code()).toHaveFocus())
}

const wrong: FormState = { ok: false, errors: {}, error: 'people.errors.code', values: { code: '00000000', shared: 'yes', email: 'noor@example.org' } }

afterEach(() => history.replaceState(null, '', '/'))

it('a code that does not fit is said on top and at its field, with what ends it', async () => {
  await asked()
  signInWithCode.mockResolvedValue(wrong)
  await type(code(), '0000 0000')
  await press(people.code.enter)
  await waitFor(() => expect(screen.getByRole('alert')).toHaveFocus())
  expect(screen.getByRole('link', { name: people.errors.code })).toHaveAttribute('href', '#code-code')
  expect(code()).toBeInvalid()
  expect(code().closest('.field')).toHaveAttribute('data-fault')
  expect(code()).toHaveAccessibleDescription(expect.stringContaining('After five tries only a new code works.'))
})

it('another code: what was said of the old one goes, and the field, empty, has the focus and the news', async () => {
  await asked()
  expect(code()).not.toHaveAccessibleDescription(expect.stringContaining(people.code.sentAgain))
  signInWithCode.mockResolvedValue(wrong)
  await type(code(), '0000 0000')
  await press(people.code.enter)
  await waitFor(() => expect(screen.getByRole('alert')).toHaveFocus())
  for (let n = 0; n < 2; n++) {
    screen.getByRole('button', { name: people.code.another }).focus()
    await press(people.code.another)
    await waitFor(() => expect(code()).toHaveFocus())
    expect(code()).toHaveValue('')
    expect(code()).toBeValid()
    expect(code()).toHaveAccessibleDescription(expect.stringContaining(people.code.sentAgain))
    expect(screen.queryByRole('alert')).toBeNull()
  }
})

it('whoever has signed out hears so, once, and can sign out again', async () => {
  history.replaceState(null, '', '/en/sign-in?out#signed-out')
  show()
  await waitFor(() => expect(screen.getByText(labels.signedOut)).toHaveFocus())
  expect(screen.getByText(labels.signedOut)).toHaveAttribute('role', 'status')
  expect(location.href).toBe('http://localhost/en/sign-in')
})

it('whoever left a shared computer alone hears why the page is here', async () => {
  history.replaceState(null, '', '/en/sign-in?quiet')
  show()
  await waitFor(() => expect(screen.getByText(labels.quiet)).toHaveFocus())
  expect(screen.queryByText(labels.signedOut)).toBeNull()
})

it('nothing is said to whoever comes by another way', () => {
  show()
  expect(screen.queryByRole('status')).toBeNull()
})
