import { route } from '@/lib/access/door'
import { getOwnCertificate } from '@/lib/certificates/queries'

export const GET = route({
  permission: 'certificate.own',
  handle: async ({ actor, request }) => {
    const [, code] = /\/([^/]+)\/badge$/.exec(request.nextUrl.pathname) ?? []
    const { credential } = await getOwnCertificate(actor, code ?? '')
    return Response.json(credential, {
      headers: {
        'content-type': 'application/vc+ld+json',
        'content-disposition': 'attachment; filename="certificate.json"',
        'cache-control': 'no-store',
      },
    })
  },
})
