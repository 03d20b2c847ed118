import { Catalogue } from '@/components/courses/catalogue'
import { page } from '@/lib/access/door'
import { listCourses } from '@/lib/courses/queries'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('courses')

export default page({
  permission: 'public',
  render: async ({ actor, locale }) => <Catalogue locale={locale} courses={await listCourses(actor, locale)} />,
})
