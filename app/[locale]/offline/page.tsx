import { OfflineView } from '@/components/courses/offline-view'
import { page } from '@/lib/access/door'
import { getFirstCourseId, listCards, listCourses } from '@/lib/courses/queries'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('offline')

/** The page that the worker (scripts/worker) shows when there is no network and the page asked for is not kept. */
export default page({
  permission: 'public',
  render: async ({ actor, locale }) => (
    <OfflineView
      locale={locale}
      courses={await listCourses(actor, locale)}
      cards={await listCards(actor, await getFirstCourseId(actor), locale)}
    />
  ),
})
