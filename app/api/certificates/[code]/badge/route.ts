import { z } from 'zod'
import { route } from '@/lib/access/door'
import { getOwnCertificate } from '@/lib/certificates/queries'

export const GET = route({
  permission: 'certificate.own',
  params: { code: z.string() },
  handle: async ({ actor, params }) => {
    const { credential } = await getOwnCertificate(actor, params.code)
    return Response.json(credential, {
      headers: {
        'content-type': 'application/vc+ld+json',
        'content-disposition': 'attachment; filename="certificate.json"',
        'cache-control': 'no-store',
      },
    })
  },
})
