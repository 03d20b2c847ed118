import { useTranslations } from 'next-intl'
import type { getCourse } from '@/lib/courses/queries'
import { href, lessonPath } from '@/lib/i18n/href'
import { type Locale, localeNames, written } from '@/lib/i18n/locales'
import { isolated } from '../ui/isolated'
import { OfflinePanel } from './offline-panel'
import '../ui/styles/pages.css'

type Course = Awaited<ReturnType<typeof getCourse>>
type Lesson = Course['lessons'][number]

/** A course: its modules with every lesson, the paths through it, and the final check. */
export function CourseView({ locale, course }: { locale: Locale; course: Course }) {
  const t = useTranslations('courses.course')
  const g = useTranslations('courses.glossary')
  return (
    <main id="main" className="page wrap" tabIndex={-1}>
      <div {...written(course.lang)}>
        <h1 className="h1">{course.title}</h1>
        <p className="read narrow">{isolated(course.summary)}</p>
      </div>
      {course.lang !== locale && (
        <p className="note">{t('notYet', { language: localeNames[locale], shown: localeNames[course.lang as Locale] })}</p>
      )}
      <section className="sec-1" aria-labelledby="modules">
        <h2 className="h2" id="modules">{t('modules')}</h2>
        {course.modules.map((module) => (
          <section key={module.id} id={`m${module.id}`} className="module" aria-labelledby={`module-${module.id}`}>
            <h3 className="h3" id={`module-${module.id}`}>
              {t.rich('module', { id: module.id, title: () => <bdi {...written(course.lang)}>{module.title}</bdi> })}
            </h3>
            <Lessons locale={locale} course={course} lessons={course.lessons.filter((lesson) => lesson.moduleId === module.id)} />
          </section>
        ))}
        <p><a className="link" href={href(locale, '/glossary')}>{g('title')}</a></p>
      </section>
      <section className="sec-1" aria-labelledby="paths">
        <h2 className="h2" id="paths">{t('paths')}</h2>
        <p className="sec-p">{t('pathsText')}</p>
        {course.paths.map((path) => (
          <details key={path.id} id={`path-${path.id}`} className="path-entry">
            <summary>
              <span className="h3"><bdi {...written(course.lang)}>{path.title}</bdi></span>
              <span className="muted"><bdi {...written(course.lang)}>{path.text}</bdi></span>
            </summary>
            <Lessons locale={locale} course={course} lessons={path.lessons.flatMap((id) => course.lessons.find((lesson) => lesson.id === id) ?? [])} />
          </details>
        ))}
      </section>
      <section className="panel narrow stack" aria-labelledby="check">
        <h2 className="h3" id="check">{t('check')}</h2>
        <p>{t('checkText')}</p>
        <p><a className="btn" href={href(locale, `/courses/${course.id}/check`)}>{t('toCheck')}</a></p>
      </section>
      <OfflinePanel locale={locale} course={course} />
    </main>
  )
}

function Lessons({ locale, course, lessons }: { locale: Locale; course: Course; lessons: Lesson[] }) {
  const t = useTranslations('courses.course')
  return (
    <ol className="thread ess ess-one">
      {lessons.map((lesson) => (
        <li key={lesson.id}>
          <a href={href(locale, lessonPath(course.id, lesson.id))}>
            <span><bdi {...written(lesson.lang)}>{lesson.title}</bdi></span>
            <span className="muted num">{t('minutes', { count: lesson.minutes })}</span>
          </a>
        </li>
      ))}
    </ol>
  )
}
