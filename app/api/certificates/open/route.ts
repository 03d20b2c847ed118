import { hasLocale } from 'next-intl'
import { route } from '@/lib/access/door'
import { normaliseCode } from '@/lib/certificates/code'
import { href } from '@/lib/i18n/href'
import { defaultLocale, locales } from '@/lib/i18n/locales'

/** The form for a code where scripts do not run: it leads to the page of the code, or back to itself. Nothing is looked up. */
export const POST = route({
  permission: 'public',
  handle: async ({ request }) => {
    // Anything but a form is a form with nothing in it.
    const form = await request.formData().catch(() => new FormData())
    const [locale, code] = [form.get('locale'), form.get('code')]
    const to = typeof code === 'string' ? normaliseCode(code) : undefined
    const location = href(hasLocale(locales, locale) ? locale : defaultLocale, to ? `/verify/${to}` : '/verify')
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
  },
})
