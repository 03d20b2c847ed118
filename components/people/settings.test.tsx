import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { FormState } from '@/lib/form-state'
import access from '@/messages/en/access.json'
import people from '@/messages/en/people.json'
import type { Me } from './account'
import { SettingsAccount } from './settings-account'
import { SettingsChoice } from './settings-choice'

// A server function runs in Next only; what it was sent and what it answers is played here.
const posted: Record<string, string>[] = []
let answers: (FormState | Error)[] = []
const played = (_: unknown, form: FormData) => {
  posted.push(Object.fromEntries(form) as Record<string, string>)
  const next = answers.shift() ?? { ok: true }
  return next instanceof Error ? Promise.reject(next) : Promise.resolve(next)
}
jest.mock('@/lib/people/actions', () => ({
  saveSettings: (...args: [unknown, FormData]) => played(...args),
  leaveHere: (...args: [unknown, FormData]) => played(...args),
  leaveEverywhere: (...args: [unknown, FormData]) => played(...args),
  eraseAccount: (...args: [unknown, FormData]) => played(...args),
  confirmErased: (...args: [unknown, FormData]) => played(...args),
}))

const labels = people.settings
const noor: Me = { name: 'نور', pronouns: null, email: 'noor@example.org', contact: 'mail', shared: false }
const page = document.documentElement

function answerMe(said: Me | 'nobody' | 'unknown') {
  globalThis.fetch = (() => {
    if (said === 'unknown') return Promise.reject(new TypeError('no network'))
    const body = said === 'nobody' ? { error: 'access.errors.signIn' } : said
    return Promise.resolve({ ok: said !== 'nobody', json: () => Promise.resolve(body) })
  }) as never
}

async function showAccount(said: Me | 'nobody' | 'unknown', cookie = `__Host-who=private.${'a'.repeat(22)}`) {
  // Cookies of this name need https, which jsdom does not speak.
  jest.spyOn(document, 'cookie', 'get').mockReturnValue(cookie)
  answerMe(said)
  const errors = { access: access.errors, people: people.errors }
  render(<SettingsAccount locale="en" labels={labels} signIn="Sign in" out={people.account} yours={people.yours} problems="Please put this right" errors={errors} />)
  await act(async () => {})
}
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const save = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: labels.save })))

beforeEach(() => {
  posted.length = 0
  answers = []
})
afterEach(() => {
  cleanup()
  localStorage.clear()
  delete page.dataset.text
  delete page.dataset.theme
})

describe('the account', () => {
  it('leads to sign-in when nobody is signed in, and when the session has ended', async () => {
    await showAccount('nobody', '')
    expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/en/sign-in')
    cleanup()
    await showAccount('nobody')
    expect(screen.getByRole('link', { name: 'Sign in' })).toBeVisible()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('says that it cannot be reached, and shows no empty form for it', async () => {
    await showAccount('unknown')
    expect(screen.getByRole('status')).toHaveTextContent(labels.unknown)
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('shows what is kept, the address from left to right, and both ways out', async () => {
    await showAccount(noor)
    expect(screen.getByText(noor.email!)).toHaveAttribute('dir', 'ltr')
    expect(screen.getByLabelText(labels.name)).toHaveValue('نور')
    expect(screen.getByLabelText(labels.name)).toHaveAttribute('dir', 'auto')
    expect(screen.getByLabelText(labels.pronouns)).toHaveValue('')
    expect(screen.getByLabelText(labels.contactMail)).toBeChecked()
    expect(screen.getByRole('button', { name: people.account.outHere })).toBeVisible()
    expect(screen.getByRole('button', { name: people.account.outEverywhere })).toBeVisible()
  })

  it('says that it is saved only when the server has said so, and no longer once something else is typed', async () => {
    await showAccount(noor)
    type(labels.pronouns, 'they/them')
    fireEvent.click(screen.getByLabelText(labels.contactNone))
    expect(screen.queryByText(labels.saved)).toBeNull()
    await save()
    expect(posted).toEqual([{ name: 'نور', pronouns: 'they/them', contact: 'none' }])
    await waitFor(() => expect(screen.getByText(labels.saved)).toBeVisible())
    type(labels.name, 'Noor')
    expect(screen.queryByText(labels.saved)).toBeNull()
    await save()
    await waitFor(() => expect(screen.getByText(labels.saved)).toBeVisible())
  })

  it('keeps what was typed and does not say that it is saved when the server cannot be reached', async () => {
    await showAccount(noor)
    answers = [new Error('no network')]
    type(labels.name, 'Noor')
    await save()
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(access.errors.unexpected))
    expect(screen.getByLabelText(labels.name)).toHaveValue('Noor')
    expect(screen.queryByText(labels.saved)).toBeNull()
  })

  it('does not send a name that is too long, and says so at the field', async () => {
    await showAccount(noor)
    type(labels.name, 'a'.repeat(81))
    await save()
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(people.errors.name))
    expect(screen.getByLabelText(labels.name)).toHaveAccessibleDescription(`${labels.nameHint} ${people.errors.name}`)
    expect(posted).toEqual([])
  })
})

describe('a choice for this device', () => {
  const choices: [string, string][] = [['small', 'Small'], ['', 'Medium'], ['larger', 'Very large']]
  const radio = (name: string) => screen.getByRole('radio', { name })
  const choose = (name: string) => act(async () => void fireEvent.click(radio(name)))

  it('takes effect at once, is kept, and is gone with the usual one', async () => {
    render(<SettingsChoice setting="text" legend="Text size" choices={choices} />)
    expect(radio('Medium')).toBeChecked()
    await choose('Very large')
    expect([page.dataset.text, localStorage.getItem('haven.text')]).toEqual(['larger', 'larger'])
    cleanup()
    render(<SettingsChoice setting="text" legend="Text size" choices={choices} />)
    expect(radio('Very large')).toBeChecked()
    await choose('Medium')
    expect([page.dataset.text, localStorage.getItem('haven.text')]).toEqual([undefined, null])
  })

  it('keeps the speed of reading aloud without marking the page', async () => {
    render(<SettingsChoice setting="rate" legend="Speed" hint="For lessons." choices={[['0.7', 'Slow'], ['', 'Usual']]} />)
    await choose('Slow')
    expect([page.dataset.rate, localStorage.getItem('haven.rate')]).toEqual([undefined, '0.7'])
    expect(screen.getByRole('group', { name: 'Speed' })).toHaveAccessibleDescription('For lessons.')
  })

  it('works for this page where storage is refused', async () => {
    const refused = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new Error('refused') })
    render(<SettingsChoice setting="theme" legend="Theme" choices={[['', 'As here'], ['dark', 'Dark']]} />)
    await choose('Dark')
    expect(radio('Dark')).toBeChecked()
    expect(page.dataset.theme).toBe('dark')
    refused.mockRestore()
  })
})
