import { LearnView } from '@/components/progress/learn-view'
import { page } from '@/lib/access/door'
import { getCoursePlan, getFirstCourse } from '@/lib/courses/queries'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('learn')

/** The same page for everyone: what is personal is read from the device. */
export default page({
  permission: 'public',
  render: async ({ actor, locale }) => {
    const course = await getFirstCourse(actor, locale)
    return <LearnView locale={locale} course={course} plan={await getCoursePlan(actor, course.id)} />
  },
})
