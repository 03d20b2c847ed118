import { headers } from 'next/headers'
import { z } from 'zod'
import { VerifyCodeView } from '@/components/certificates/verify-code-view'
import type { Outcome } from '@/components/certificates/outcome'
import type { Actor } from '@/lib/access/actor'
import { addressPrefix } from '@/lib/access/address'
import { countGuess } from '@/lib/access/commands'
import { page } from '@/lib/access/door'
import { Refused } from '@/lib/access/errors'
import { issuerKeys } from '@/lib/certificates/issuer-keys'
import { getPublicCertificate } from '@/lib/certificates/queries'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('verify')

/** Asked anew each time: a certificate may have been taken back a minute ago. */
export const dynamic = 'force-dynamic'

/** One frame and one status for every answer, so that a guess learns nothing from either. */
export default page({
  permission: 'public',
  params: { code: z.string().max(200) },
  render: async ({ actor, locale, params }) => (
    <VerifyCodeView
      locale={locale}
      trusted={issuerKeys().trusted.map(({ publicKeyMultibase }) => publicKeyMultibase)}
      outcome={await look(actor, params.code)}
    />
  ),
})

async function look(actor: Actor, code: string): Promise<Outcome> {
  try {
    await countGuess(actor, 'certificate.verify', { network: addressPrefix((await headers()).get('x-forwarded-for')) })
    return await getPublicCertificate(actor, code)
  } catch (error) {
    // One guess too many is an answer of this page, in its own frame, and no fault of the server.
    if (error instanceof Refused) return { state: 'tooMany' }
    throw error
  }
}
