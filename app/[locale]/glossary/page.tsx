import { GlossaryView } from '@/components/courses/glossary-view'
import { page } from '@/lib/access/door'
import { getFirstCourseId, getGlossary } from '@/lib/courses/queries'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('glossary')

export default page({
  permission: 'public',
  render: async ({ actor, locale }) => {
    const course = await getFirstCourseId(actor)
    return <GlossaryView locale={locale} course={course} terms={await getGlossary(actor, course, locale)} />
  },
})
