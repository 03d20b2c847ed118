import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { FormState } from '@/lib/form-state'
import { dayWords } from '@/lib/i18n/day'
import access from '@/messages/en/access.json'
import certificates from '@/messages/en/certificates.json'
import { erase, take } from '../progress/device'
import { OwnCertificates } from './own-certificates'

// A server function runs in Next only; what it was sent and what it answers is played here.
const posted: { name: string; values: Record<string, string> }[] = []
let answers: (FormState | Error)[] = []
const played = (name: string) => (_: unknown, form: FormData) => {
  posted.push({ name, values: Object.fromEntries(form) as Record<string, string> })
  const next = answers.shift() ?? { ok: true }
  return next instanceof Error ? Promise.reject(next) : Promise.resolve(next)
}
const refused = (error: string): FormState => ({ ok: false, errors: {}, error: `certificates.errors.${error}`, values: {} })
jest.mock('@/lib/certificates/actions', () => ({
  issue: (...args: [unknown, FormData]) => played('issue')(...args),
  reissue: (...args: [unknown, FormData]) => played('reissue')(...args),
  withdraw: (...args: [unknown, FormData]) => played('withdraw')(...args),
}))

/** All that the path asks for, as the account has sent it. */
const learned = ([
  { kind: 'lesson.opened', lesson: '1.1' },
  { kind: 'lesson.finished', lesson: '1.1' },
  { kind: 'check.passed' },
  { kind: 'commitment.written' },
] as const).map((fact, n) => ({
  ...fact, course: 'desk', sent: true as const, id: `019a9f00-0000-7000-8000-00000000000${n}`, at: `2026-11-20T10:00:0${n}.000Z`,
}))

const labels = certificates.own
const one = {
  code: 'K7Q2M4XT9B6Z0HVN3RJ8WYE5PC', name: 'Dana Voorbeeld', courseId: 'desk', title: 'At the desk', pathTitle: 'Essentials',
  issuedAt: '2026-11-21T10:00:00Z', validUntil: '2028-11-21T10:00:00Z', state: 'valid',
}
let list: object[] = []
let me: object | undefined
let status = 200

beforeEach(async () => {
  posted.length = 0
  answers = []
  list = []
  me = { name: 'Dana', pronouns: null, email: 'dana@example.org', contact: 'mail', locale: 'en', shared: false }
  status = 200
  sessionStorage.clear()
  // Cookies of this name need https, which jsdom does not speak.
  jest.spyOn(document, 'cookie', 'get').mockReturnValue(`__Host-who=private.${'a'.repeat(22)}`)
  globalThis.fetch = ((path: string) =>
    Promise.resolve({
      ok: status === 200,
      json: () => Promise.resolve(status === 200 ? (path === '/api/me' ? me : { certificates: list }) : { error: 'access.errors.signIn' }),
    })) as never
  await take(learned)
})

const show = async () => {
  render(
    <OwnCertificates
      locale="en"
      course={{
        id: 'desk',
        lessons: [{ id: '1.1', title: 'The first minute', lang: 'en', href: '/en/courses/desk/1.1', blocks: [] }],
        paths: [{ id: 'essentials', title: 'Essentials', lang: 'en', lessons: ['1.1'] }],
      }}
      labels={labels}
      errors={{ access: access.errors, certificates: certificates.errors }}
      day={dayWords('en')}
    />,
  )
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
}

const press = (name: string) => act(() => Promise.resolve(fireEvent.click(screen.getByRole('button', { name }))))

test('without an account: why one is needed here, and the way to it', async () => {
  jest.spyOn(document, 'cookie', 'get').mockReturnValue('')
  await show()
  expect(screen.getByText(labels.signedOutText)).toBeTruthy()
  expect(screen.getByRole('link', { name: labels.signIn }).getAttribute('href')).toBe('/en/sign-in')
})

test('a session that has ended is the same as none', async () => {
  status = 401
  await show()
  expect(screen.getByText(labels.signedOutText)).toBeTruthy()
})

test('not finished: what is missing, each with its way', async () => {
  await erase()
  await show()
  expect(screen.getByRole('link', { name: 'The first minute' }).getAttribute('href')).toBe('/en/courses/desk/1.1')
  expect(screen.getByRole('link', { name: labels.missingCheck }).getAttribute('href')).toBe('/en/courses/desk/check')
  expect(screen.getByRole('link', { name: labels.missingCommitment }).getAttribute('href')).toBe('/en/learn#commitment')
  expect(screen.queryByRole('button', { name: labels.claim })).toBeNull()
})

test('claimed: the name of the account stands ready, and is free', async () => {
  await show()
  const name = screen.getByLabelText<HTMLInputElement>(labels.name)
  expect(name.value).toBe('Dana')
  fireEvent.change(name, { target: { value: 'أمينة Yusuf' } })
  answers = [{ ok: true }]
  list = [{ ...one, name: 'أمينة Yusuf' }]
  await press(labels.claim)
  expect((await screen.findByText(labels.issued)).getAttribute('role')).toBe('status')
  expect(posted).toHaveLength(1)
  expect(posted[0]!.values).toMatchObject({ course: 'desk', path: 'essentials', name: 'أمينة Yusuf', locale: 'en' })
  expect(await screen.findByText('أمينة Yusuf')).toBeTruthy()
  expect(screen.queryByRole('button', { name: labels.claim })).toBeNull()
})

test('an answer that was lost: what was typed stays, and the same request goes out again', async () => {
  await show()
  answers = [new Error('network'), { ok: true }]
  await press(labels.claim)
  expect((await screen.findByRole('alert')).textContent).toContain(access.errors.unexpected)
  await press(labels.claim)
  await waitFor(() => expect(posted).toHaveLength(2))
  expect(posted[1]!.values).toEqual(posted[0]!.values)
  expect(posted[0]!.values.requestId).toMatch(/^[0-9a-f-]{36}$/)
})

test.each(['madeBefore', 'alreadyIssued'] as const)('a name put right after a lost answer (%s): what was made stands in the list', async (error) => {
  await show()
  answers = [new Error('network'), refused(error)]
  await press(labels.claim)
  fireEvent.change(screen.getByLabelText(labels.name), { target: { value: 'Dana V.' } })
  list = [one]
  await press(labels.claim)
  const news = await screen.findByText(certificates.errors[error])
  expect(document.activeElement).toBe(news)
  expect(await screen.findByText(one.name)).toBeTruthy()
  expect(screen.getByRole('button', { name: labels.reissue })).toBeTruthy()
  expect(screen.queryByRole('button', { name: labels.claim })).toBeNull()
  expect(screen.queryByText(labels.issued)).toBeNull()
})

test('a claim whose certificate is in the list is not sent again after that one was taken back', async () => {
  await show()
  answers = [new Error('network')]
  await press(labels.claim)
  cleanup()
  list = [one]
  await show()
  await press(labels.withdraw)
  list = [{ ...one, state: 'revoked' }]
  await press(labels.withdrawYes)
  await screen.findByRole('button', { name: labels.claim })
  await press(labels.claim)
  await waitFor(() => expect(posted).toHaveLength(3))
  expect(posted[2]!.values.requestId).not.toBe(posted[0]!.values.requestId)
})

test.each([
  ['', certificates.errors.name],
  ['王小明', certificates.errors.nameSigns],
  ['W'.repeat(101), certificates.errors.nameTooLong],
])('the name %j is not sent, and the field says why', async (text, sentence) => {
  await show()
  fireEvent.change(screen.getByLabelText(labels.name), { target: { value: text } })
  await press(labels.claim)
  expect((await screen.findAllByText(sentence)).length).toBeGreaterThan(0)
  expect(posted).toEqual([])
})

test('what can be done with a certificate', async () => {
  list = [one]
  await show()
  expect(screen.getByRole('link', { name: labels.pdf }).getAttribute('href')).toBe(`/api/certificates/${one.code}/pdf`)
  expect(screen.getByRole('link', { name: labels.badge }).getAttribute('href')).toBe(`/api/certificates/${one.code}/badge`)
  expect(screen.getByLabelText<HTMLInputElement>(labels.link).value).toBe(`${location.origin}/en/verify/${one.code}`)
  expect(screen.getByText('Valid until 21 November 2028')).toBeTruthy()
})

test('taking back has a second step, whose first answer is the harmless one', async () => {
  list = [one]
  await show()
  await press(labels.withdraw)
  expect(document.activeElement).toBe(screen.getByRole('button', { name: labels.keep }))
  await press(labels.keep)
  expect(posted).toEqual([])
  expect(document.activeElement).toBe(screen.getByRole('button', { name: labels.withdraw }))
  await press(labels.withdraw)
  list = [{ ...one, state: 'revoked' }]
  await press(labels.withdrawYes)
  await waitFor(() => expect(screen.getByText(labels.withdrawn)).toBeTruthy())
  expect(posted).toEqual([{ name: 'withdraw', values: { code: one.code } }])
  await waitFor(() => expect(screen.queryByRole('link', { name: labels.pdf })).toBeNull())
  const group = screen.getByRole('group')
  expect(within(group).getByText(`${labels.states.revoked}: 1`)).toBeTruthy()
  expect(within(group).getByText(one.title)).toBeTruthy()
  expect(screen.queryByText(one.name)).toBeNull()
})

test.each(['madeBefore', 'revoked'] as const)('another name, and by now it is so that %s: the list is read again', async (error) => {
  list = [one]
  await show()
  await press(labels.reissue)
  answers = [refused(error)]
  list = [{ ...one, code: 'X'.repeat(26), name: 'Daan' }, { ...one, state: 'revoked' }]
  await press(labels.reissueYes)
  expect(await screen.findByText(certificates.errors[error])).toBeTruthy()
  expect(await screen.findByText('Daan')).toBeTruthy()
})

test.each([['shared', 1], ['private', 0]] as const)('at a %s computer it is said that a file stays there', async (kind, times) => {
  jest.spyOn(document, 'cookie', 'get').mockReturnValue(`__Host-who=${kind}.${'a'.repeat(22)}`)
  list = [one]
  await show()
  expect(screen.getByRole('link', { name: labels.pdf })).toBeTruthy()
  expect(screen.queryAllByText(labels.sharedFile)).toHaveLength(times)
})

test('another name: what happens to the old one is said first', async () => {
  list = [one]
  await show()
  await press(labels.reissue)
  expect(screen.getByText(labels.reissueText)).toBeTruthy()
  fireEvent.change(screen.getByLabelText(labels.name), { target: { value: 'Daan Voorbeeld' } })
  await press(labels.reissueYes)
  await waitFor(() => expect(screen.getByText(labels.reissued)).toBeTruthy())
  expect(posted[0]).toMatchObject({ name: 'reissue', values: { code: one.code, name: 'Daan Voorbeeld' } })
})
