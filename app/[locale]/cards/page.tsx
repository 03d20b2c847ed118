import { CardsView } from '@/components/courses/cards-view'
import { page } from '@/lib/access/door'
import { getFirstCourseId, listCards } from '@/lib/courses/queries'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('cards')

export default page({
  permission: 'public',
  render: async ({ actor, locale }) => (
    <CardsView locale={locale} cards={await listCards(actor, await getFirstCourseId(actor), locale)} />
  ),
})
