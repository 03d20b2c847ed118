import { useMessages, useTranslations } from 'next-intl'
import type { getCourse } from '@/lib/courses/queries'
import { href } from '@/lib/i18n/href'
import { type Locale, written } from '@/lib/i18n/locales'
import { CheckFlow } from './check-flow'
import '../ui/styles/check.css'

/** The final check: the frame and every sentence; the questions come when someone begins. */
export function CheckView({ locale, course }: { locale: Locale; course: Awaited<ReturnType<typeof getCourse>> }) {
  const t = useTranslations('quizzes')
  // Client components get plain sentences, and fill in their numbers themselves.
  const { access, courses, quizzes } = useMessages()
  return (
    <main id="main" className="page wrap" tabIndex={-1}>
      <div className="check-col">
        <nav className="crumbs" aria-label={t('check.breadcrumb')}>
          <ol>
            <li>
              <a href={href(locale, `/courses/${course.id}`)} {...written(course.lang)}>{course.title}</a>
            </li>
            <li>{t('check.title')}</li>
          </ol>
        </nav>
        <noscript>
          <h1 className="h1">{t('check.title')}</h1>
          <p className="note">{t('check.noScript')}</p>
        </noscript>
        <div className="js-only">
          <CheckFlow
            course={course.id}
            locale={locale}
            total={course.check.draw}
            learnHref={href(locale, '/learn')}
            items={courses.blocks.items}
            labels={quizzes.check}
            result={quizzes.result}
            errors={{ access: access.errors, quizzes: quizzes.errors }}
          />
        </div>
      </div>
    </main>
  )
}
