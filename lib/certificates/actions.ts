'use server'

import type { Actor } from '@/lib/access/actor'
import { action } from '@/lib/access/door'
import { limit } from '@/lib/access/limit'
import { own } from '@/lib/access/scope'
import { issueCertificate, reissueCertificate, withdrawCertificate } from './commands'
import { issueSchema, reissueSchema, withdrawSchema } from './schema'

/** A deed that is counted for the person who asks. */
const counted = <Input, Said>(deed: (actor: Actor, input: Input) => Promise<Said>) =>
  async ({ actor, input }: { actor: Actor; input: Input }): Promise<Said> => {
    await limit('certificate.write', own(actor).personId)
    return deed(actor, input)
  }

export const issue = action({ permission: 'certificate.own', input: issueSchema, handle: counted(issueCertificate) })
export const withdraw = action({ permission: 'certificate.own', input: withdrawSchema, handle: counted(withdrawCertificate) })
export const reissue = action({ permission: 'certificate.own', input: reissueSchema, handle: counted(reissueCertificate) })
