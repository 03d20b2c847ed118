import { countGuess } from '@/lib/access/commands'
import { route } from '@/lib/access/door'
import { getPublicCertificate } from '@/lib/certificates/queries'
import { verifySchema } from '@/lib/certificates/schema'

export const POST = route({
  permission: 'public',
  input: verifySchema,
  admit: ({ actor, network }) => countGuess(actor, 'certificate.verify', { network }),
  handle: ({ actor, input }) => getPublicCertificate(actor, input.code),
})
