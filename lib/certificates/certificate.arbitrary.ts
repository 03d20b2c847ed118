import fc from 'fast-check'
import { newIssuerKey } from '@/scripts/issuer-key.mjs'
import { locales } from '@/lib/i18n/locales'
import { type CertificateFacts, type Credential, credentialOf } from './credential'
import { parseIssuerKeys } from './issuer-keys'
import { signCredential } from './sign-credential'
import { toSeconds, validUntil } from './validity'

/** The keys of an installation, as it hands them to its server. For tests. */
export const newKeys = () => {
  const json = JSON.stringify([newIssuerKey()])
  return { json, ...parseIssuerKeys(json) }
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('Safer spaces', 'أماكن أكثر أمانًا', 'ዝያዳ ውሑስ ቦታታት', 'Sam "the\\ one"', ' two  spaces ', 'é\u0301\n\t'),
)
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Facts of any certificate that could ever be issued, and of many that could not, by this issuer. */
export const anyFacts = (did: string): fc.Arbitrary<CertificateFacts> =>
  fc
    .record({
      code: fc.string({ unit: fc.constantFrom(...crockford.split('')), minLength: 26, maxLength: 26 }),
      name: text,
      courseId: fc.constantFrom('safer-spaces', 'desk', 'a-1-b'),
      courseTitle: text,
      pathTitle: text,
      version: fc.nat({ max: 100_000 }),
      minutes: fc.nat({ max: 100_000 }),
      issued: fc.date({ min: new Date('2026-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
      locale: fc.constantFrom(...locales),
      statusIndex: fc.nat(),
      issuerName: text,
      site: fc.constantFrom('https://learn.example.org', 'http://localhost:3000', 'https://example.org:8443/haven'),
    })
    .map(({ issued, issuerName, ...facts }) => ({
      ...facts,
      issuedAt: toSeconds(issued),
      validUntil: toSeconds(validUntil(new Date(toSeconds(issued)))),
      issuer: { did, name: issuerName },
    }))

/** A signed certificate, as it would be issued. */
export const signed = (facts: CertificateFacts, { signer }: ReturnType<typeof newKeys>): Credential =>
  signCredential(credentialOf(facts), signer, facts.issuedAt)
