import { generateKeyPairSync } from 'node:crypto'

// Keys that sign certificates (lib/certificates/issuer-keys.ts): Ed25519, written as multikeys, which name their kind.
// Base58 is written here again, because a start makes keys before the packages are there that could read TypeScript.

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const PUBLIC = [0xed, 0x01]
const SECRET = [0x80, 0x26]

function multikey(kind, bytes) {
  let rest = BigInt(`0x${Buffer.from([...kind, ...bytes]).toString('hex')}`)
  let text = ''
  for (; rest > 0n; rest /= 58n) text = ALPHABET[Number(rest % 58n)] + text
  return `z${text}`
}

/**
 * @param {Date} [at]
 * @returns {{ id: string, createdAt: string, publicKeyMultibase: string, secretKeyMultibase: string }}
 */
export function newIssuerKey(at = new Date()) {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  const publicKeyMultibase = multikey(PUBLIC, Buffer.from(x, 'base64url'))
  return {
    id: `did:key:${publicKeyMultibase}`,
    createdAt: at.toISOString(),
    publicKeyMultibase,
    secretKeyMultibase: multikey(SECRET, Buffer.from(d, 'base64url')),
  }
}

/**
 * The keys with a new one that signs from now on. The secrets of the others are gone; their public parts stay, so that
 * what they have signed stays genuine.
 */
export function rotated(keys, at = new Date()) {
  return [newIssuerKey(at), ...keys.map((key) => retired(key, at))]
}

/**
 * The keys after one of them fell into other hands: what it has signed no longer counts. A new one signs where it did.
 * @param {string} id `did:key:…`
 */
export function distrusted(keys, id, at = new Date()) {
  const signs = keys.some((key) => key.id === id && key.secretKeyMultibase)
  const rest = signs ? [newIssuerKey(at), ...keys] : keys
  return rest.map((key) => (key.id === id ? { ...retired(key, at), distrustedAt: key.distrustedAt ?? at.toISOString() } : key))
}

/** A key of which nothing is known but that certificates name it. */
export function distrustedIssuer(id, at = new Date().toISOString()) {
  return { id, createdAt: at, publicKeyMultibase: id.replace(/^did:key:/, ''), retiredAt: at, distrustedAt: at }
}

function retired(key, at) {
  const { secretKeyMultibase: _, ...kept } = key
  return { ...kept, retiredAt: key.retiredAt ?? at.toISOString() }
}
