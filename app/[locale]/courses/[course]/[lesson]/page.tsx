import { getTranslations } from 'next-intl/server'
import type { Metadata } from 'next'
import { LessonView } from '@/components/courses/lesson-view'
import { page } from '@/lib/access/door'
import { courseParams, lessonParams } from '@/lib/courses/schema'
import { getLesson } from '@/lib/courses/queries'

/** Says which lesson, never what it is about. */
export async function generateMetadata({ params }: { params: Promise<{ lesson: string }> }): Promise<Metadata> {
  const t = await getTranslations('site.titles')
  return { title: t('lesson', { number: (await params).lesson }) }
}

/** Made at its first request, then kept: a build knows no course. */
export const generateStaticParams = () => []

export default page({
  permission: 'public',
  params: { ...courseParams, ...lessonParams },
  render: async ({ actor, locale, params }) => (
    <LessonView locale={locale} lesson={await getLesson(actor, params.course, params.lesson, locale)} />
  ),
})
