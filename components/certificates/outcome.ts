import type { CertificateState } from '@/lib/certificates/validity'

/** What of a certificate its holder chose to show. */
export interface Shown {
  name: string
  courseTitle: string
  pathTitle: string
  version: number
  /** Of study. */
  minutes: number
  /** ISO. */
  issuedAt: string
  /** ISO. */
  validUntil: string
}

/** What the server says about a code. */
export interface Looked {
  state: CertificateState | 'unknown'
  shown?: Shown | undefined
}

/**
 * What came out of a check. `genuine` and `genuineExpired`: the signature alone, without the server. `altered`: not what
 * was signed. `foreign`: signed by somebody else. `tooMany`: not looked at.
 */
export interface Outcome {
  state: Looked['state'] | 'genuine' | 'genuineExpired' | 'altered' | 'foreign' | 'tooMany'
  shown?: Shown | undefined
  /** The signature was checked on this device. */
  signed?: boolean
}
