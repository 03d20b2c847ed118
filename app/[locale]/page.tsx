import { Home } from '@/components/courses/home'
import { page } from '@/lib/access/door'
import { getFirstCourse, listCards } from '@/lib/courses/queries'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('home')

export default page({
  permission: 'public',
  render: async ({ actor, locale }) => {
    const course = await getFirstCourse(actor, locale)
    return <Home locale={locale} course={course} cards={await listCards(actor, course.id, locale)} />
  },
})
