import { fromBase58 } from './base58'
import { canonical } from './canonical'
import { type CertificateFacts, type Credential, factsOf, same } from './credential'
import { keyBytes, multikeyOf } from './multikey'
import { type Proof, proofOptions } from './proof'

/**
 * `genuine`: word for word as it was signed with a trusted key. `altered`: it names a trusted key, and is not what was
 * signed. `unknown-issuer`: made with a key that is not trusted here. `unreadable`: not a certificate of this kind.
 */
export type Verdict =
  | { state: 'genuine'; facts: CertificateFacts }
  | { state: 'altered' | 'unknown-issuer' | 'unreadable' }

/**
 * Checks a certificate by itself, in the browser as on the server, without a network. It says nothing of the day and of
 * revocation: see `validUntil` of the facts, and status-bit.ts.
 * @param trusted public keys as multikeys: today's and retired ones
 */
export async function verifyProof(credential: unknown, trusted: readonly string[]): Promise<Verdict> {
  const proof = proofOf(credential)
  if (!proof) return { state: 'unreadable' }
  const key = multikeyOf(proof.verificationMethod.split('#')[0]!)
  const isTrusted = trusted.includes(key)
  const facts = factsOf(credential)
  if (!facts) return { state: isTrusted ? 'altered' : 'unreadable' }
  if (!isTrusted) return { state: trusted.includes(multikeyOf(facts.issuer.did)) ? 'altered' : 'unknown-issuer' }
  const { proofValue, ...options } = proof
  const asMade = same(options, proofOptions(facts.issuer.did, proof.created))
  const signed = asMade && (await isSigned(credential as Credential, options, proofValue, key))
  return signed ? { state: 'genuine', facts } : { state: 'altered' }
}

/** The one proof of a credential, as far as it is one at all. */
function proofOf(credential: unknown): Proof | undefined {
  const proofs = (credential as Partial<Credential> | null)?.proof
  const [proof] = Array.isArray(proofs) && proofs.length === 1 ? proofs : []
  const isProof = typeof proof?.verificationMethod === 'string' && typeof proof.proofValue === 'string'
  return isProof && typeof proof.created === 'string' ? proof : undefined
}

async function isSigned(credential: Credential, options: object, proofValue: string, multikey: string): Promise<boolean> {
  // 64 bytes need no more; a longer text is not worth the arithmetic.
  const signature = /^z.{80,90}$/.test(proofValue) ? fromBase58(proofValue.slice(1)) : undefined
  const key = keyBytes('public', multikey)
  if (signature?.length !== 64 || !key) return false
  const { proof: _, ...body } = credential
  const hashes = await Promise.all([options, body].map((part) => sha256(canonical(part))))
  return isSignature(key, signature, Uint8Array.from(hashes.flatMap((hash) => [...hash])))
}

const sha256 = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))

type Bytes = Uint8Array<ArrayBuffer>

async function isSignature(key: Bytes, signature: Bytes, data: Bytes): Promise<boolean> {
  // Browsers of before 2025 do not know Ed25519 and refuse the key; then 6 kB of script do.
  const native = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']).catch(() => undefined)
  if (native) return crypto.subtle.verify({ name: 'Ed25519' }, native, signature, data)
  const { verify } = await import('@noble/ed25519')
  return verify(signature, data, key)
}
