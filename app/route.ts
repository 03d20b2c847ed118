import { match } from '@/lib/i18n/negotiate'
import { route } from '@/lib/access/door'

/** The bare address leads to the visitor's language, as far as we speak it. */
export const GET = route({
  permission: 'public',
  handle: ({ request }) =>
    new Response(null, {
      status: 307,
      headers: {
        location: `/${match(request.headers.get('accept-language'))}`,
        vary: 'accept-language',
        'cache-control': 'no-store',
      },
    }),
})
