import { CheckView } from '@/components/quizzes/check-view'
import { page } from '@/lib/access/door'
import { getCourse } from '@/lib/courses/queries'
import { courseParams } from '@/lib/courses/schema'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('check')

/** Made at its first request, then kept: a build knows no course. */
export const generateStaticParams = () => []

/** The frame of the check. Its questions are drawn by POST /api/check/draw; no key is ever on the page. */
export default page({
  permission: 'public',
  params: courseParams,
  render: async ({ actor, locale, params }) => (
    <CheckView locale={locale} course={await getCourse(actor, params.course, locale)} />
  ),
})
