import { route } from '@/lib/access/door'
import { listCertificates } from '@/lib/certificates/queries'

export const GET = route({
  permission: 'certificate.own',
  handle: async ({ actor }) => ({ certificates: await listCertificates(actor) }),
})
