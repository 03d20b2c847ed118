import { useMessages, useTranslations } from 'next-intl'
import { dayWords } from '@/lib/i18n/day'
import type { getCoursePlan, getFirstCourse } from '@/lib/courses/queries'
import { href, lessonPath } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'
import { EraseDevice } from './erase-device'
import { LearnPlan } from './learn-plan'
import '../ui/styles/form.css'
import '../ui/styles/learn-path.css'
import '../ui/styles/progress.css'

type Course = Awaited<ReturnType<typeof getFirstCourse>>
type Plan = Awaited<ReturnType<typeof getCoursePlan>>

/** My learning: the frame is the same for everyone, the place and the notes come from the device. */
export function LearnView({ locale, course, plan }: { locale: Locale; course: Course; plan: Plan }) {
  const t = useTranslations('progress.learn')
  // Client components get plain sentences, and fill in their numbers themselves.
  const { progress: { learn, sync }, certificates } = useMessages()
  const { title, loading, failed, offline, states, pdf, claimText } = certificates.own
  /** A sentence for each number of lessons that there may be; what else it wants is filled in later. */
  const counted = (key: 'moduleOf' | 'skippedSome' | 'toGo' | 'keep.text') =>
    Array.from({ length: course.lessons.length + 1 }, (_, count) => t(key, { count, done: '{done}' }))
  const lessons = course.lessons.map((lesson) => ({
    id: lesson.id,
    title: lesson.title,
    lang: lesson.lang,
    module: lesson.moduleId,
    minutes: lesson.minutes,
    href: href(locale, lessonPath(course.id, lesson.id)),
    blocks: plan.lessons.find(({ id }) => id === lesson.id)?.blocks ?? [],
  }))
  return (
    <main id="main" className="page wrap" tabIndex={-1}>
      <div className="stack">
        <h1 className="h2">{t('title')}</h1>
        <p className="read">{t('lead')}</p>
      </div>
      <noscript>
        <p className="note learn">
          {t('noScript')} <a href={href(locale, `/courses/${course.id}`)}>{course.title}</a>
        </p>
      </noscript>
      <div className="js-only">
        <LearnPlan
          course={{ id: course.id, title: course.title, lang: course.lang }}
          checkHref={href(locale, `/courses/${course.id}/check`)}
          signInHref={href(locale, '/sign-in')}
          certificatesHref={href(locale, '/certificates')}
          lessons={lessons}
          modules={course.modules.map(({ id, title }) => ({ id, title, lang: course.lang }))}
          paths={course.paths.map(({ id, title, lessons: order }) => ({ id, title, lang: course.lang, lessons: order }))}
          labels={{
            ...learn,
            moduleOf: counted('moduleOf'),
            skippedSome: counted('skippedSome'),
            toGo: counted('toGo'),
            stay: sync.stay,
            keep: { ...learn.keep, text: counted('keep.text') },
            own: { title, loading, failed, offline, states, pdf, claimText },
            commitment: {
              title: t('commitment'),
              text: t('commitmentText'),
              label: t('commitmentLabel'),
              hint: t('commitmentHint'),
              empty: t('commitmentEmpty'),
              save: t('commitmentSave'),
              kept: t('commitmentKept'),
              elsewhere: t('commitmentElsewhere'),
              another: t('commitmentAnother'),
              change: t('commitmentChange'),
            },
          }}
          day={dayWords(locale)}
        >
          <EraseDevice
            labels={{
              erase: t('erase'),
              text: t('eraseText'),
              account: t('eraseAccount'),
              yes: t('eraseYes'),
              no: t('eraseNo'),
              erased: t('erased'),
            }}
          />
        </LearnPlan>
      </div>
    </main>
  )
}
