'use server'

import { action } from '@/lib/access/door'
import { issueCertificate, reissueCertificate, withdrawCertificate } from './commands'
import { issueSchema, reissueSchema, withdrawSchema } from './schema'

export const issue = action({ permission: 'certificate.own', input: issueSchema, handle: ({ actor, input }) => issueCertificate(actor, input) })
export const withdraw = action({ permission: 'certificate.own', input: withdrawSchema, handle: ({ actor, input }) => withdrawCertificate(actor, input) })
export const reissue = action({ permission: 'certificate.own', input: reissueSchema, handle: ({ actor, input }) => reissueCertificate(actor, input) })
