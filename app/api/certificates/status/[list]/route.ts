import { z } from 'zod'
import { route } from '@/lib/access/door'
import { getStatusList } from '@/lib/certificates/queries'

export const GET = route({
  permission: 'public',
  params: { list: z.string().regex(/^\d{1,5}$/).transform(Number) },
  handle: async ({ actor, params }) =>
    Response.json(await getStatusList(actor, params.list), {
      headers: { 'content-type': 'application/vc+ld+json', 'cache-control': 'public, max-age=300' },
    }),
})
