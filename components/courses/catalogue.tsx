import { useFormatter, useTranslations } from 'next-intl'
import type { listCourses } from '@/lib/courses/queries'
import { href } from '@/lib/i18n/href'
import { type Locale, localeNames, written } from '@/lib/i18n/locales'
import { isolated } from '../ui/isolated'
import { PathList } from './path-list'
import '../ui/styles/pages.css'

/** Every course: what it gives, how long it takes, in which languages, and the paths through it by role. */
export function Catalogue({ locale, courses }: { locale: Locale; courses: Awaited<ReturnType<typeof listCourses>> }) {
  const t = useTranslations('courses.catalogue')
  const format = useFormatter()
  return (
    <main id="main" className="page wrap" tabIndex={-1}>
      <h1 className="h1">{t('title')}</h1>
      <p className="read">{t('lead')}</p>
      {courses.map((course) => (
        <section key={course.id} className="course-entry stack" aria-labelledby={`course-${course.id}`}>
          <h2 className="h2" id={`course-${course.id}`}><bdi {...written(course.lang)}>{course.title}</bdi></h2>
          <p className="read narrow"><bdi {...written(course.lang)}>{isolated(course.summary)}</bdi></p>
          <ul className="meta">
            <li>{t('lessons', { count: course.lessons.length })}</li>
            <li>{t('minutes', { count: course.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0) })}</li>
            <li className="tongues">{t('languages', { languages: format.list(course.languages.map((code) => localeNames[code])) })}</li>
          </ul>
          <p><a className="btn" href={href(locale, `/courses/${course.id}`)}>{t('open')}</a></p>
          <h3 className="h3">{t('paths')}</h3>
          <PathList locale={locale} course={course} paths={course.paths} />
        </section>
      ))}
    </main>
  )
}
