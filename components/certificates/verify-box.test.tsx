import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { subtle } from 'node:crypto'
import { TextDecoder, TextEncoder } from 'node:util'
import { newKeys, signed } from '@/lib/certificates/certificate.arbitrary'
import { linkOf } from '@/lib/certificates/compact'
import type { CertificateFacts } from '@/lib/certificates/credential'
import { dayWords } from '@/lib/i18n/day'
import access from '@/messages/en/access.json'
import certificates from '@/messages/en/certificates.json'
import { VerifyBox } from './verify-box'

// What jsdom lacks of a browser.
Object.assign(globalThis, { TextEncoder, TextDecoder })
Object.defineProperty(globalThis.crypto, 'subtle', { value: subtle })

const keys = newKeys()
const labels = certificates.verify
const facts: CertificateFacts = {
  code: 'K7Q2M4XT9B6Z0HVN3RJ8WYE5PC', name: 'أمينة Yusuf', courseId: 'safer-spaces', courseTitle: 'Safer spaces',
  pathTitle: 'Essentials', version: 3, minutes: 69, issuedAt: '2026-11-21T10:00:00Z', validUntil: '2096-11-21T10:00:00Z',
  locale: 'en', statusIndex: 7, issuer: { did: keys.signer.did, name: 'Haven' }, site: 'https://learn.example.org',
}
const credential = signed(facts, keys)

/** What goes to the server, and what it answers; no answer is a network that is away. */
let answer: { status?: number; body: unknown } | undefined
const sent: string[] = []

beforeEach(() => {
  answer = undefined
  sent.length = 0
  history.replaceState(null, '', '/en/verify')
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
  globalThis.fetch = ((_path: string, { body }: { body: string }) => {
    sent.push(body)
    if (!answer) return Promise.reject(new TypeError('no network'))
    return Promise.resolve({ ok: (answer.status ?? 200) === 200, json: () => Promise.resolve(answer?.body) })
  }) as never
})

const show = () =>
  render(
    <VerifyBox
      locale="en"
      trusted={keys.trusted.map(({ publicKeyMultibase }) => publicKeyMultibase)}
      labels={labels}
      verdict={{ verdicts: labels.verdicts, facts: labels.facts, signature: labels.signature, minutes: '{count} min' }}
      errors={{ access: access.errors }}
      day={dayWords('en')}
    />,
  )

async function type(text: string) {
  fireEvent.change(screen.getByLabelText(labels.code), { target: { value: text } })
  await act(() => Promise.resolve(fireEvent.submit(screen.getByLabelText(labels.code).closest('form')!)))
}

async function paste(text: string) {
  fireEvent.change(screen.getByLabelText(labels.paste), { target: { value: text } })
  await act(() => Promise.resolve(fireEvent.submit(screen.getByLabelText(labels.paste).closest('form')!)))
}

const verdict = (title: string) => screen.findByRole('heading', { name: title })

test('a code, typed in its own way, is looked up, and what its holder shows is shown', async () => {
  answer = { body: { state: 'valid', shown: facts } }
  show()
  await type('k7q2m-4xt9b-6z0hv-n3rj8-wye5pc')
  const heading = await verdict(labels.verdicts.valid.title)
  expect(document.activeElement).toBe(heading)
  expect(sent).toEqual([JSON.stringify({ code: facts.code })])
  expect(screen.getByText(facts.name).tagName).toBe('BDI')
  expect(screen.getByText('21 November 2026')).toBeTruthy()
  expect(screen.getByText('69 min')).toBeTruthy()
  expect(screen.queryByText(labels.signature)).toBeNull()
})

test.each(['expired', 'revoked', 'unknown'] as const)('a code that is %s', async (state) => {
  answer = { body: { state, ...(state === 'expired' && { shown: facts }) } }
  show()
  await type(facts.code)
  await verdict(labels.verdicts[state].title)
  expect(screen.queryByText(facts.name) === null).toBe(state !== 'expired')
})

test('half a code is not sent; the field says what is missing', async () => {
  show()
  await type('K7Q2M')
  expect(await screen.findByText(labels.problems.code)).toBeTruthy()
  expect(screen.getByLabelText(labels.code).getAttribute('aria-invalid')).toBe('true')
  expect(sent).toEqual([])
})

test('a code without a network says that a picture would do', async () => {
  show()
  await type(facts.code)
  expect(await screen.findByText(labels.problems.offline)).toBeTruthy()
})

test('one guess too many is told in words', async () => {
  answer = { status: 429, body: { error: 'access.errors.tooMany' } }
  show()
  await type(facts.code)
  expect(await screen.findByText(access.errors.tooMany)).toBeTruthy()
})

test('a pasted badge without a network: genuine, and what could not be checked', async () => {
  show()
  await paste(JSON.stringify(credential, null, 2))
  await verdict(labels.verdicts.genuine.title)
  expect(screen.getByText(labels.verdicts.genuine.text)).toBeTruthy()
  expect(screen.getByText(facts.name)).toBeTruthy()
})

test('a badge whose time is over, without a network', async () => {
  show()
  await paste(JSON.stringify(signed({ ...facts, issuedAt: '2023-11-21T10:00:00Z', validUntil: '2025-11-21T10:00:00Z' }, keys)))
  expect(await verdict(labels.verdicts.genuineExpired.title)).toBeTruthy()
})

test('a badge with a network: genuine, and taken back since', async () => {
  answer = { body: { state: 'revoked' } }
  show()
  await paste(JSON.stringify(credential))
  await verdict(labels.verdicts.revoked.title)
  expect(screen.getByText(labels.signature)).toBeTruthy()
  expect(screen.queryByText(facts.name)).toBeNull()
})

test('one changed letter', async () => {
  answer = { body: { state: 'valid', shown: facts } }
  show()
  await paste(JSON.stringify(credential).replace('Yusuf', 'Yusuk'))
  await verdict(labels.verdicts.altered.title)
  expect(screen.queryByText(/Yusu/)).toBeNull()
  expect(sent).toEqual([])
})

test('a badge of somebody else', async () => {
  const others = newKeys()
  show()
  await paste(JSON.stringify(signed({ ...facts, issuer: { did: others.signer.did, name: 'Haven' } }, others)))
  expect(await verdict(labels.verdicts.foreign.title)).toBeTruthy()
  expect(screen.queryByText(facts.name)).toBeNull()
})

test.each(['', '{', '"a"', 'null', '[]', '{"proof":[{}]}'])('%j is no badge', async (text) => {
  show()
  await paste(text)
  expect(await screen.findByText(labels.problems.badge)).toBeTruthy()
})

test('the address behind the square code is checked once and leaves the address bar', async () => {
  history.replaceState(null, '', `/en/verify?x=1${linkOf(credential).slice(linkOf(credential).indexOf('#'))}`)
  answer = { body: { state: 'valid', shown: facts } }
  // The code stands in the path of a real one; here the whole link is pasted into the field.
  show()
  await waitFor(() => expect(location.hash).toBe(''))
  expect(location.search).toBe('?x=1')
  await type(linkOf(credential))
  await verdict(labels.verdicts.valid.title)
  expect(screen.getByText(labels.signature)).toBeTruthy()
})
