import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { env } from '../env'

/** What a key is for: one secret of the installation, a key of its own for each purpose. */
type Purpose = 'code' | 'guess' | 'owner'

const keys = new Map<Purpose, Buffer>()

function keyFor(purpose: Purpose): Buffer {
  const known = keys.get(purpose)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', `haven ${purpose}`, 32))
  keys.set(purpose, key)
  return key
}

/** HMAC-SHA256 of a text under the key of a purpose: 32 bytes that nobody can make who does not hold AUTH_SECRET. */
export const sealOf = (purpose: Purpose, text: string): Buffer => createHmac('sha256', keyFor(purpose)).update(text).digest()

/** SHA-256 of a secret of 256 random bits, as the database keeps it: 32 bytes that find its row and open nothing. */
export const hashOf = (secret: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(secret).digest())
