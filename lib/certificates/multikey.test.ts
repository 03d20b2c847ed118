import { from } from '@digitalbazaar/ed25519-multikey'
import fc from 'fast-check'
import { newIssuerKey, rotated } from '@/scripts/issuer-key.mjs'
import { fromBase58, toBase58 } from './base58'
import { parseIssuerKeys } from './issuer-keys'
import { keyBytes, publicMultikey } from './multikey'

describe('base58', () => {
  it('gives back every row of bytes, leading noughts too', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => expect(fromBase58(toBase58(bytes))).toEqual(bytes)))
    expect(fromBase58('0OIl')).toBeUndefined()
  })

  // From draft-msporny-base58, chapter 5.
  it.each([
    ['Hello World!', '2NEpo7TZRRrLZSi2U'],
    ['The quick brown fox jumps over the lazy dog.', 'USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z'],
  ])('writes “%s” as others do', (text, expected) => {
    expect(toBase58(new TextEncoder().encode(text))).toBe(expected)
  })
})

describe('multikey', () => {
  it('is read by the library as the same key', async () => {
    for (let turn = 0; turn < 20; turn++) {
      const { publicKeyMultibase, secretKeyMultibase } = newIssuerKey()
      const key = await from({ publicKeyMultibase, secretKeyMultibase })
      expect([...keyBytes('public', publicKeyMultibase)!]).toEqual([...key.publicKey])
      expect([...keyBytes('secret', secretKeyMultibase)!]).toEqual([...key.secretKey!])
      expect(publicMultikey(key.publicKey)).toBe(publicKeyMultibase)
    }
  })

  it('takes no key of another kind', () => {
    const { publicKeyMultibase, secretKeyMultibase } = newIssuerKey()
    expect(keyBytes('public', secretKeyMultibase)).toBeUndefined()
    expect(keyBytes('secret', publicKeyMultibase)).toBeUndefined()
    for (const text of ['', 'z', 'x', publicKeyMultibase.slice(1), `${publicKeyMultibase}1`, 'z'.repeat(1e6)])
      expect(keyBytes('public', text)).toBeUndefined()
  })
})

describe('parseIssuerKeys', () => {
  const keys = rotated(rotated([newIssuerKey(new Date('2026-01-01'))], new Date('2026-02-01')), new Date('2026-03-01'))

  it('signs with the newest and trusts all', () => {
    const { signer, trusted } = parseIssuerKeys(JSON.stringify(keys.toReversed()))
    expect(signer.did).toBe(keys[0]!.id)
    expect(trusted).toEqual(keys.map(({ id, publicKeyMultibase }) => ({ id, publicKeyMultibase })))
  })

  it('refuses keys with which nobody can sign, and a name that is not the key’s', () => {
    expect(() => parseIssuerKeys('[]')).toThrow('no key that may sign')
    expect(() => parseIssuerKeys(JSON.stringify(keys.slice(1)))).toThrow('no key that may sign')
    expect(() => parseIssuerKeys(JSON.stringify([{ ...keys[0], id: keys[1]!.id }]))).toThrow('not that of the key')
    expect(() => parseIssuerKeys('{')).toThrow(SyntaxError)
  })
})
