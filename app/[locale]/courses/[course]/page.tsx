import { CourseView } from '@/components/courses/course-view'
import { page } from '@/lib/access/door'
import { getCourse } from '@/lib/courses/queries'
import { courseParams } from '@/lib/courses/schema'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('course')

/** Made at its first request, then kept: a build knows no course. */
export const generateStaticParams = () => []

export default page({
  permission: 'public',
  params: courseParams,
  render: async ({ actor, locale, params }) => (
    <CourseView locale={locale} course={await getCourse(actor, params.course, locale)} />
  ),
})
