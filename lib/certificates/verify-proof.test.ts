import fc from 'fast-check'
import { canonical } from './canonical'
import { anyFacts, newKeys, signed } from './certificate.arbitrary'
import { type Credential, credentialOf, factsOf } from './credential'
import { multikeyOf } from './multikey'
import { signCredential } from './sign-credential'
import { verifyProof } from './verify-proof'

const keys = newKeys()
const trusted = keys.trusted.map(({ publicKeyMultibase }) => publicKeyMultibase)
const anyCertificate = anyFacts(keys.signer.did).map((facts) => ({ facts, credential: signed(facts, keys) }))
const one = signed(
  {
    code: 'K7Q2M4XT9B6Z0HVN3RJ8WYE5PC', name: 'Sam', courseId: 'safer-spaces', courseTitle: 'Safer spaces',
    pathTitle: 'Essentials', version: 3, minutes: 69, issuedAt: '2026-11-21T10:00:00Z', validUntil: '2028-11-21T10:00:00Z',
    locale: 'en', statusIndex: 4711, issuer: { did: keys.signer.did, name: 'Haven' }, site: 'https://learn.example.org',
  },
  keys,
)
const stateOf = async (credential: unknown) => (await verifyProof(credential, trusted)).state

describe('verifyProof', () => {
  it('knows what was signed, in any order of keys, and gives its facts', async () => {
    await fc.assert(
      fc.asyncProperty(anyCertificate, async ({ facts, credential }) => {
        expect(await verifyProof(turned(credential), trusted)).toEqual({ state: 'genuine', facts })
      }),
    )
  })

  it('knows it still when the key is retired and others came', async () => {
    expect(await verifyProof(one, [newKeys().trusted[0]!.publicKeyMultibase, ...trusted])).toMatchObject({ state: 'genuine' })
  })

  it('finds one changed sign, wherever it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyCertificate, fc.nat(), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), async ({ credential }, at, sign) => {
        const text = JSON.stringify(credential)
        const place = at % text.length
        const changed = parsed(text.slice(0, place) + sign + text.slice(place + 1))
        fc.pre(JSON.stringify(changed) !== text)
        expect(await stateOf(changed)).not.toBe('genuine')
      }),
      { numRuns: 500 },
    )
  })

  it('finds every single changed sign of one certificate', async () => {
    const text = JSON.stringify(one)
    for (let place = 0; place < text.length; place++) {
      const changed = parsed(`${text.slice(0, place)}${text[place] === '1' ? '2' : '1'}${text.slice(place + 1)}`)
      expect([place, await stateOf(changed)]).not.toEqual([place, 'genuine'])
    }
  })

  it('takes no list or node for a text, even one that reads the same', async () => {
    const parts = (value: unknown): string[][] =>
      typeof value === 'object' && value ? Object.entries(value).flatMap(([key, part]) => parts(part).map((path) => [key, ...path])) : [[]]
    for (const path of parts(one)) {
      for (const other of [(old: unknown) => [old], (old: unknown) => [[old]], (old: unknown) => ({ old }), () => null, () => ({ length: 1 })]) {
        const changed = structuredClone(one) as unknown as Record<string, unknown>
        const node = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, changed)
        node[path.at(-1)!] = other(node[path.at(-1)!])
        expect([path, await stateOf(changed)]).not.toEqual([path, 'genuine'])
      }
    }
  })

  it('is done at once with a hostile one, however long', async () => {
    const begun = performance.now()
    for (const tail of ['9'.repeat(100_000), 'a'.repeat(100_000)]) {
      const changed = structuredClone(one)
      changed.credentialSubject.achievement.criteria.id = `${tail}/`
      changed.credentialStatus.statusListCredential = `${tail}x`
      expect(await stateOf(changed)).toBe('altered')
    }
    expect(performance.now() - begun).toBeLessThan(1_000)
  })

  it('says altered when a trusted key is named for what it has not signed', async () => {
    const other = newKeys()
    const facts = factsOf(one)!
    const signature = signed(facts, other).proof[0]!.proofValue
    const changes: ((credential: Credential) => void)[] = [
      (credential) => (credential.name = 'Another course'),
      (credential) => (credential.credentialSubject.identifier[0]!.identityHash = 'Kim'),
      (credential) => (credential.validUntil = '2038-11-21T10:00:00Z'),
      (credential) => (credential.proof[0]!.created = '2026-11-21T10:00:01Z'),
      (credential) => (credential.proof[0]!.proofValue = signature),
      (credential) => Object.assign(credential, { evidence: [] }),
      (credential) => Object.assign(credential.proof[0]!, { expires: '2030-01-01T00:00:00Z' }),
      (credential) => (credential.issuer.id = other.signer.did),
      (credential) => credential.proof[0]!.verificationMethod = `${other.signer.did}#${multikeyOf(other.signer.did)}`,
      (credential) => (credential['@context'] = credential['@context'].toReversed()),
    ]
    for (const change of changes) {
      const credential = structuredClone(one)
      change(credential)
      expect([String(change), await stateOf(credential)]).toEqual([String(change), 'altered'])
    }
  })

  it('does not trust a certificate that is signed well by somebody else', async () => {
    const other = newKeys()
    const facts = { ...factsOf(one)!, issuer: { did: other.signer.did, name: 'Haven' } }
    expect(await stateOf(signed(facts, other))).toBe('unknown-issuer')
  })

  it('calls anything else unreadable, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.constantFrom('null', '[]', '{"proof":[{}]}', '{"proof":[null]}')), async (json) => {
        expect(await stateOf(JSON.parse(json))).toBe('unreadable')
      }),
    )
    expect(await stateOf({ ...one, proof: one.proof[0] })).toBe('unreadable')
    expect(await stateOf({ ...one, proof: [one.proof[0], one.proof[0]] })).toBe('unreadable')
  })

  it('is not talked into another reading of the same sentences', async () => {
    // An address that ends early could let the same N-Quads say something else.
    const facts = { ...factsOf(one)!, site: 'https://learn.example.org/> <https://schema.org/name> "x' }
    expect(factsOf(credentialOf(facts))).toBeUndefined()
    expect(() => canonical(credentialOf(facts))).toThrow('not an address')
    expect(() => signCredential(credentialOf(facts), keys.signer, facts.issuedAt)).toThrow('not an address')
  })

  it('does without the Ed25519 of the browser', async () => {
    const importKey = jest.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('', 'NotSupportedError'))
    expect(await stateOf(one)).toBe('genuine')
    expect(await stateOf({ ...one, name: 'x' })).toBe('altered')
    importKey.mockRestore()
  })
})

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch { // most changes make it no JSON at all
    return undefined
  }
}

/** The same JSON with its keys in the other order. */
const turned = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(turned)
    : value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).toReversed().map(([key, inner]) => [key, turned(inner)]))
      : value
