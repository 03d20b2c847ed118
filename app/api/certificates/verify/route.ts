import { addressPrefix } from '@/lib/access/address'
import { countGuess } from '@/lib/access/commands'
import { route } from '@/lib/access/door'
import { getPublicCertificate } from '@/lib/certificates/queries'
import { verifySchema } from '@/lib/certificates/schema'

export const POST = route({
  permission: 'public',
  input: verifySchema,
  admit: ({ actor, request }) =>
    countGuess(actor, 'certificate.verify', { network: addressPrefix(request.headers.get('x-forwarded-for')) }),
  handle: ({ actor, input }) => getPublicCertificate(actor, input.code),
})
