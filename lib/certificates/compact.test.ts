import fc from 'fast-check'
import { anyFacts, newKeys, signed } from './certificate.arbitrary'
import { linkOf, pack, unpack } from './compact'
import { factsOf } from './credential'
import { verifyProof } from './verify-proof'

const keys = newKeys()
const trusted = keys.trusted.map(({ publicKeyMultibase }) => publicKeyMultibase)

const typical = (names: { name: string; courseTitle: string; pathTitle: string; locale: 'en' | 'ar' | 'ti' }) =>
  signed(
    {
      ...names, code: 'K7Q2M4XT9B6Z0HVN3RJ8WYE5PC', courseId: 'safer-spaces', version: 12, minutes: 69,
      issuedAt: '2026-11-21T10:00:00Z', validUntil: '2028-11-21T10:00:00Z', statusIndex: 70_000,
      issuer: { did: keys.signer.did, name: 'Haven' }, site: 'https://learn.example.org',
    },
    keys,
  )
const english = typical({ name: 'Maria-Theresia van den Broucke', courseTitle: 'Safer spaces', pathTitle: 'Essentials', locale: 'en' })

describe('pack', () => {
  it('gives back the whole credential, proof included', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts(keys.signer.did), async (facts) => {
        const credential = signed(facts, keys)
        const back = unpack(linkOf(credential))
        expect(back).toEqual(credential)
        expect(await verifyProof(back, trusted)).toMatchObject({ state: 'genuine' })
      }),
    )
  })

  it('stays short enough for a QR of three centimetres in every script', () => {
    const others = [
      typical({ name: 'عبد الرحمن بن محمد الخطيب', courseTitle: 'أماكن أكثر أمانًا', pathTitle: 'الأساسيات', locale: 'ar' }),
      typical({ name: 'ኣብርሃም ወልደገብርኤል ተስፋይ', courseTitle: 'ዝያዳ ውሑሳት ቦታታት', pathTitle: 'መሰረታዊ ነገራት', locale: 'ti' }),
    ]
    for (const credential of [english, ...others]) {
      const link = linkOf(credential)
      expect(link).toMatch(/^https:\/\/learn\.example\.org\/(en|ar|ti)\/verify\/[0-9A-Z]{26}#[\w-]+$/)
      expect(link.length).toBeLessThanOrEqual(420)
    }
  })

  it('is read from an address that has moved, and in which the code was typed', async () => {
    const moved = `https://other.example/nl/verify/k7q2-m4xt-9b6z-0hvn-3rj8-wye5-pc?x=1#${pack(english)}\n`
    expect(unpack(moved)).toEqual(english)
  })

  it('lets no changed sign pass', async () => {
    const link = linkOf(english)
    const body = link.indexOf('/verify/') + 8
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: body, max: link.length - 1 }), fc.constantFrom(...'ABCxyz019-_#/'.split('')), async (at, sign) => {
        const changed = `${link.slice(0, at)}${sign}${link.slice(at + 1)}`
        const read = unpack(changed)
        // The last sign of base64url holds bits that mean nothing, and a code may be typed in two ways.
        fc.pre(JSON.stringify(read) !== JSON.stringify(english))
        if (read) expect((await verifyProof(read, trusted)).state).not.toBe('genuine')
      }),
      { numRuns: 500 },
    )
  })

  it('carries a certificate with other than the usual dates', () => {
    const credential = signed({ ...factsOf(english)!, validUntil: '2026-11-21T10:00:00Z' }, keys)
    expect(unpack(linkOf(credential))).toEqual(credential)
  })
})

describe('unpack', () => {
  it('is done at once with a hostile address, however long', () => {
    const begun = performance.now()
    expect(unpack(`https://learn.example.org/en${'/verify/a'.repeat(20_000)}`)).toBeUndefined()
    expect(performance.now() - begun).toBeLessThan(1_000)
  })

  it('finds nothing in anything else, and never throws', () => {
    const code = 'K7Q2M4XT9B6Z0HVN3RJ8WYE5PC'
    for (const link of ['', '#', `/verify/${code}`, `/verify/${code}#`, `/verify/${code}#AAAA`, `/verify/x#${pack(english)}`, pack(english)])
      expect(unpack(link)).toBeUndefined()
    fc.assert(fc.property(fc.base64String({ maxLength: 800 }), (text) => void unpack(`/verify/${code}#AQ${text.replace(/[+/=]/g, '_')}`)))
  })
})
