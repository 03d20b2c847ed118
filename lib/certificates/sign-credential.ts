import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { toBase58 } from './base58'
import { canonical } from './canonical'
import { type Proof, proofOptions } from './proof'

/** What signs: a did:key and its secret. */
export interface Signer {
  did: string
  key: KeyObject
}

/** What stands before 32 bytes to make them a private key in PKCS #8 (RFC 8410). */
const header = Buffer.from('302e020100300506032b657004220420', 'hex')

/** @param seed 32 bytes */
export const privateKey = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([header, seed]), format: 'der', type: 'pkcs8' })

const sha256 = (text: string) => createHash('sha256').update(text).digest()

/**
 * Signs a credential of ours: `eddsa-rdfc-2022` over the canonical N-Quads of the proof and of the credential.
 * @param created in whole seconds, UTC
 * @returns the credential with `proof` as a list, as the schema of Open Badges 3.0 wants it
 */
export function signCredential<T extends object>(credential: T, signer: Signer, created: string): T & { proof: Proof[] } {
  const options = proofOptions(signer.did, created)
  const data = Buffer.concat([sha256(canonical(options)), sha256(canonical(credential))])
  return { ...credential, proof: [{ ...options, proofValue: `z${toBase58(sign(null, data, signer.key))}` }] }
}
