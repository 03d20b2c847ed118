import { Home } from '@/components/courses/home'
import { page } from '@/lib/access/door'
import { getFirstCourse } from '@/lib/courses/queries'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('home')

export default page({
  permission: 'public',
  render: async ({ actor, locale }) => <Home locale={locale} course={await getFirstCourse(actor, locale)} />,
})
