import { NotFoundView } from '@/components/ui/not-found-view'
import { page } from '@/lib/access/door'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('notFound')

/**
 * The whole not-found page. Next itself answers a missing page with an empty shell that scripts have to fill;
 * the server in front sends this one instead, with status 404 (scripts/front/missing-page.mjs).
 */
export default page({ permission: 'public', render: ({ locale }) => <NotFoundView locale={locale} /> })
