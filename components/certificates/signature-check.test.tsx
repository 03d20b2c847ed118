import { render, screen, waitFor } from '@testing-library/react'
import { subtle } from 'node:crypto'
import { TextDecoder, TextEncoder } from 'node:util'
import { newKeys, signed } from '@/lib/certificates/certificate.arbitrary'
import { linkOf } from '@/lib/certificates/compact'
import type { CertificateFacts } from '@/lib/certificates/credential'
import { dayWords } from '@/lib/i18n/day'
import certificates from '@/messages/en/certificates.json'
import type { Outcome } from './outcome'
import { SignatureCheck } from './signature-check'

// What jsdom lacks of a browser.
Object.assign(globalThis, { TextEncoder, TextDecoder })
Object.defineProperty(globalThis.crypto, 'subtle', { value: subtle })

const keys = newKeys()
const { verdicts, facts: names, signature } = certificates.verify
const facts: CertificateFacts = {
  code: 'K7Q2M4XT9B6Z0HVN3RJ8WYE5PC', name: 'Dana Voorbeeld', courseId: 'safer-spaces', courseTitle: 'Safer spaces',
  pathTitle: 'Essentials', version: 3, minutes: 69, issuedAt: '2026-11-21T10:00:00Z', validUntil: '2096-11-21T10:00:00Z',
  locale: 'en', statusIndex: 7, issuer: { did: keys.signer.did, name: 'Haven' }, site: 'https://learn.example.org',
}
const link = new URL(linkOf(signed(facts, keys)))

const show = (hash: string, looked: Outcome) => {
  history.replaceState(null, '', link.pathname + hash)
  return render(
    <SignatureCheck
      looked={looked}
      trusted={keys.trusted.map(({ publicKeyMultibase }) => publicKeyMultibase)}
      day={dayWords('en')}
      labels={{ verdicts, facts: names, signature, minutes: '{count} min' }}
    />,
  )
}

const valid: Outcome = { state: 'valid', shown: facts }

test('what the server said stands there without scripts, and without a fragment', () => {
  show('', valid)
  expect(screen.getByRole('heading', { name: verdicts.valid.title })).toBeTruthy()
  expect(screen.queryByText(signature)).toBeNull()
})

test('a scanned paper: the signature is checked too, and the address holds no certificate any more', async () => {
  show(link.hash, valid)
  expect(location.hash).toBe('')
  expect(await screen.findByText(signature)).toBeTruthy()
  expect(screen.getByRole('heading', { name: verdicts.valid.title })).toBeTruthy()
})

test('a scanned paper that was taken back is genuine and taken back', async () => {
  show(link.hash, { state: 'revoked' })
  expect(await screen.findByText(signature)).toBeTruthy()
  expect(screen.getByRole('heading', { name: verdicts.revoked.title })).toBeTruthy()
})

test.each([10, 100, 200, -3])('one changed sign of the fragment (%d) is an altered paper', async (place) => {
  const at = place < 0 ? link.hash.length + place : place
  const other = link.hash[at] === 'A' ? 'B' : 'A'
  show(link.hash.slice(0, at) + other + link.hash.slice(at + 1), valid)
  expect(await screen.findByRole('heading', { name: /altered|not issued here/ })).toBeTruthy()
  expect(screen.queryByText(facts.name)).toBeNull()
})

test('a place on the page is no certificate', async () => {
  show('#main', valid)
  await waitFor(() => expect(location.hash).toBe('#main'))
  expect(screen.getByRole('heading', { name: verdicts.valid.title })).toBeTruthy()
})
