import { multikeyOf } from './multikey'

/** A proof as W3C Data Integrity 1.0 and its suite eddsa-rdfc-2022 write it. */
export interface Proof {
  type: 'DataIntegrityProof'
  cryptosuite: 'eddsa-rdfc-2022'
  /** When it was made, in whole seconds. */
  created: string
  /** `did:key:X#X`. */
  verificationMethod: string
  proofPurpose: 'assertionMethod'
  /** `z` and 64 bytes in base58. */
  proofValue: string
}

/** A proof that has not yet been made. */
export const proofOptions = (did: string, created: string): Omit<Proof, 'proofValue'> => ({
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created,
  verificationMethod: `${did}#${multikeyOf(did)}`,
  proofPurpose: 'assertionMethod',
})
