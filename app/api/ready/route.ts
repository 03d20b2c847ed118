import { route } from '@/lib/access/door'
import { getReadiness } from '@/lib/access/queries'

/** Whether requests may come: the database answers, and its migrations are those of this code. */
export const GET = route({
  permission: 'public',
  handle: async ({ actor }) => {
    const state = await getReadiness(actor)
    if (state === 'ready') return { ready: true }
    return Response.json({ ready: false, reason: state }, { status: 503, headers: { 'cache-control': 'no-store' } })
  },
})
