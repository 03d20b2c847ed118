import { SearchView } from '@/components/search/search-view'
import { page } from '@/lib/access/door'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('search')

/** The same page for everyone; what is asked travels in the body of a POST, never in its address. */
export default page({ permission: 'public', render: ({ locale }) => <SearchView locale={locale} /> })
