import type { PublicCertificate } from '@/lib/certificates/queries'

/** What of a certificate its holder chose to show. */
export type Shown = Extract<PublicCertificate, { shown: object }>['shown']

/** What the server says about a code. */
export interface Looked {
  state: PublicCertificate['state']
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
