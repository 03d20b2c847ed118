import { CertificatesView } from '@/components/certificates/certificates-view'
import { page } from '@/lib/access/door'
import { getCoursePlan, getFirstCourse } from '@/lib/courses/queries'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('certificates')

/** The same page for everyone: whose certificates they are is asked for on the device. */
export default page({
  permission: 'public',
  render: async ({ actor, locale }) => {
    const course = await getFirstCourse(actor, locale)
    return <CertificatesView locale={locale} course={course} plan={await getCoursePlan(actor, course.id)} />
  },
})
