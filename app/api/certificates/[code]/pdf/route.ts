import { route } from '@/lib/access/door'
import { linkOf } from '@/lib/certificates/compact'
import { certificatePdf } from '@/lib/certificates/pdf'
import { getOwnCertificate } from '@/lib/certificates/queries'
import { loadMessages } from '@/lib/i18n/messages'

export const GET = route({
  permission: 'certificate.own',
  handle: async ({ actor, request }) => {
    const [, code] = /\/([^/]+)\/pdf$/.exec(request.nextUrl.pathname) ?? []
    const { facts, credential } = await getOwnCertificate(actor, code ?? '')
    const { certificates } = await loadMessages(facts.locale)
    const pdf = certificatePdf({ facts, words: certificates.paper, qr: linkOf(credential) })
    return new Response(pdf as Uint8Array<ArrayBuffer>, {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="certificate.pdf"',
        'cache-control': 'no-store',
      },
    })
  },
})
