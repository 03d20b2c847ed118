import { useTranslations } from 'next-intl'
import type { getCoursePlan, getFirstCourse } from '@/lib/courses/queries'
import { href, lessonPath } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'
import { EraseDevice } from './erase-device'
import { LearnPlan } from './learn-plan'

type Course = Awaited<ReturnType<typeof getFirstCourse>>
type Plan = Awaited<ReturnType<typeof getCoursePlan>>

/** My learning: the frame is the same for everyone, the place and the notes come from the device. */
export function LearnView({ locale, course, plan }: { locale: Locale; course: Course; plan: Plan }) {
  const t = useTranslations('progress.learn')
  const lessons = course.lessons.map((lesson) => ({
    id: lesson.id,
    title: lesson.title,
    lang: lesson.lang,
    minutes: t('minutes', { count: lesson.minutes }),
    href: href(locale, lessonPath(course.id, lesson.id)),
    blocks: plan.lessons.find(({ id }) => id === lesson.id)?.blocks ?? [],
  }))
  return (
    <main id="main" className="page wrap" tabIndex={-1}>
      <h1 className="h2">{t('title')}</h1>
      <p className="read">{t('lead')}</p>
      <noscript>
        <p className="note">
          {t('noScript')} <a href={href(locale, `/courses/${course.id}`)}>{course.title}</a>
        </p>
      </noscript>
      <div className="js-only">
        <LearnPlan
          course={course.id}
          checkHref={href(locale, `/courses/${course.id}/check`)}
          lessons={lessons}
          paths={course.paths.map(({ id, title, lessons: order }) => ({ id, title, lang: course.lang, lessons: order }))}
          labels={{
            resume: t('resume'),
            begin: t('begin'),
            choosePath: t('choosePath'),
            states: { todo: t('states.todo'), started: t('states.started'), done: t('states.done') },
            doneOf: t.raw('doneOf'),
            check: t('check'),
            checkOpen: t('checkOpen'),
            checkPassed: t('checkPassed'),
            complete: t('complete'),
            completeText: t('completeText'),
            notSaved: t('notSaved'),
            commitment: {
              title: t('commitment'),
              text: t('commitmentText'),
              label: t('commitmentLabel'),
              hint: t('commitmentHint'),
              empty: t('commitmentEmpty'),
              save: t('commitmentSave'),
              kept: t('commitmentKept'),
            },
          }}
        />
        <EraseDevice
          labels={{ erase: t('erase'), text: t('eraseText'), yes: t('eraseYes'), no: t('eraseNo'), erased: t('erased') }}
        />
      </div>
    </main>
  )
}
