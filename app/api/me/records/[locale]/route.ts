import { z } from 'zod'
import { route } from '@/lib/access/door'
import { NotFound } from '@/lib/access/errors'
import { limit } from '@/lib/access/limit'
import { own } from '@/lib/access/scope'
import { siteUrl } from '@/lib/env'
import { locales } from '@/lib/i18n/locales'
import { loadMessagesOf } from '@/lib/i18n/messages'
import { getRecords } from '@/lib/people/queries'
import { explained } from '@/lib/people/records'

/** Everything about this person as a file, with what it is for in their language. */
export const GET = route({
  permission: 'account.own',
  admit: ({ actor }) => limit('account.records', own(actor).personId),
  params: { locale: z.enum(locales) },
  handle: async ({ actor, params, request }) => {
    // A link on a page of somebody else must not put such a file on the disk.
    if (request.headers.get('sec-fetch-site') === 'cross-site') throw new NotFound()
    const [rows, { records }] = await Promise.all([getRecords(actor), loadMessagesOf(params.locale, 'people')])
    return new Response(JSON.stringify(explained(rows, records.of, siteUrl()), null, 2), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="my-records.json"',
        'cache-control': 'no-store',
      },
    })
  },
})
