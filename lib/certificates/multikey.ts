import { fromBase58, toBase58 } from './base58'

// Keys as W3C Controlled Identifiers 1.0 writes them: `z`, base58 of two bytes that name the kind, and the key.
const kinds = { public: [0xed, 0x01], secret: [0x80, 0x26] } as const

/** @param key 32 bytes */
export const publicMultikey = (key: Uint8Array): string => `z${toBase58(Uint8Array.from([...kinds.public, ...key]))}`

/** The 32 bytes of an Ed25519 key, or undefined when the text is not one. */
export function keyBytes(kind: keyof typeof kinds, text: string): Uint8Array<ArrayBuffer> | undefined {
  // 32 bytes need no more; a longer text is not worth the arithmetic.
  const bytes = text.startsWith('z') && text.length < 60 ? fromBase58(text.slice(1)) : undefined
  const [first, second] = kinds[kind]
  return bytes?.length === 34 && bytes[0] === first && bytes[1] === second ? bytes.slice(2) : undefined
}

/** A key that is its own issuer: nothing has to be looked up to know whose it is. */
export const didOf = (multikey: string): string => `did:key:${multikey}`

/** The key behind a `did:key:…`, as multikey. */
export const multikeyOf = (did: string): string => did.replace(/^did:key:/, '')
