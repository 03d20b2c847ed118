import { route } from '@/lib/access/door'
import { NotFound } from '@/lib/access/errors'
import { getStatusList } from '@/lib/certificates/queries'

export const GET = route({
  permission: 'public',
  handle: async ({ actor, request }) => {
    const [, list] = /\/status\/(\d{1,5})$/.exec(request.nextUrl.pathname) ?? []
    if (list === undefined) throw new NotFound()
    return Response.json(await getStatusList(actor, Number(list)), {
      headers: { 'content-type': 'application/vc+ld+json', 'cache-control': 'public, max-age=300' },
    })
  },
})
