import { z } from 'zod'
import { route } from '@/lib/access/door'
import { limit } from '@/lib/access/limit'
import { own } from '@/lib/access/scope'
import { linkOf } from '@/lib/certificates/compact'
import { certificatePdf } from '@/lib/certificates/pdf'
import { getOwnCertificate } from '@/lib/certificates/queries'
import { loadMessagesOf } from '@/lib/i18n/messages'

export const GET = route({
  permission: 'certificate.own',
  admit: ({ actor }) => limit('certificate.paper', own(actor).personId),
  params: { code: z.string() },
  handle: async ({ actor, params }) => {
    const { facts, credential } = await getOwnCertificate(actor, params.code)
    const { paper } = await loadMessagesOf(facts.locale, 'certificates')
    const pdf = certificatePdf({ facts, words: paper, qr: linkOf(credential) })
    return new Response(pdf as Uint8Array<ArrayBuffer>, {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="certificate.pdf"',
        'cache-control': 'no-store',
      },
    })
  },
})
