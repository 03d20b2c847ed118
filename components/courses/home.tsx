import { useTranslations } from 'next-intl'
import type { getFirstCourse } from '@/lib/courses/queries'
import { href, lessonPath } from '@/lib/i18n/href'
import { direction, type Locale, localeNames, locales } from '@/lib/i18n/locales'
import { Room } from '../ui/room'
import { PathList } from './path-list'
import { arrowRight, circleCheck, clock, lock, logOut, redo2 } from '../ui/glyphs'
import { Icon } from '../ui/icon'

type Course = Awaited<ReturnType<typeof getFirstCourse>>

/** The first page: what this is, in one screen, and a start without an account. */
export function Home({ locale, course }: { locale: Locale; course: Course }) {
  const t = useTranslations('site.home')
  const c = useTranslations('courses')
  const [first, ...roles] = course.paths
  const essentials = course.lessons.filter((lesson) => first?.lessons.includes(lesson.id))
  const start = href(locale, lessonPath(course.id, essentials[0]?.id ?? ''))
  return (
    <main id="main" className="page" tabIndex={-1}>
      <div className="wrap hero hero-one">
        <div className="hero-t">
          <h1 className="h1">{t('title')}</h1>
          <p className="read hero-lead">{t('lead')}</p>
          <div className="btns">
            <a className="btn" href={start}>
              {t('start')}
              <Icon of={arrowRight} flip />
            </a>
            <a className="btn btn-2" href="#roles">{t('byWork')}</a>
          </div>
          <p className="muted hero-n">{t('note')}</p>
          <ul className="meta">
            <li><Icon of={clock} />{t('factTime')}</li>
            <li><Icon of={circleCheck} />{t('factFree')}</li>
          </ul>
          <nav className="langs" aria-label={t('languages')}>
            <ul>
              {locales.map((other) => (
                <li key={other}>
                  <a href={href(other)} lang={other} hrefLang={other} dir={direction(other)} aria-current={other === locale || undefined}>
                    {localeNames[other]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
      <section className="wrap sec" aria-labelledby="essentials">
        <div className="sec-l">
          <h2 className="h2" id="essentials">{t('essentials')}</h2>
          <p className="sec-p">
            {t('essentialsText', {
              count: essentials.length,
              minutes: essentials.reduce((sum, lesson) => sum + lesson.minutes, 0),
            })}
          </p>
          <div className="btns"><a className="btn" href={start}>{t('essentialsStart')}</a></div>
        </div>
        <ol className="thread ess">
          {essentials.map((lesson) => (
            <li key={lesson.id}>
              <a href={href(locale, lessonPath(course.id, lesson.id))}>
                <span lang={lesson.lang}>{lesson.title}</span>
                <span className="muted num">{c('course.minutes', { count: lesson.minutes })}</span>
              </a>
            </li>
          ))}
        </ol>
      </section>
      <section className="wrap sec sec-1" aria-labelledby="roles">
        <div className="sec-l">
          <h2 className="h2" id="roles">{t('roles')}</h2>
          <p className="sec-p">{t('rolesText')}</p>
        </div>
        <PathList locale={locale} course={course} paths={roles} />
      </section>
      <section className="wrap sec sec-1" aria-labelledby="care">
        <div className="room-panel"><Room /></div>
        <div className="sec-l"><h2 className="h2" id="care">{t('care')}</h2></div>
        <dl className="care">
          <div>
            <dt><Icon of={redo2} flip />{t('careSkip')}</dt>
            <dd>{t('careSkipText')}</dd>
          </div>
          <div>
            <dt><Icon of={lock} />{t('careNotes')}</dt>
            <dd>{t('careNotesText')}</dd>
          </div>
          <div>
            <dt><Icon of={logOut} flip />{t('careLeave')}</dt>
            <dd>{t('careLeaveText')} <a href={href(locale, '/about#history')}>{t('careLeaveLink')}</a></dd>
          </div>
        </dl>
      </section>
    </main>
  )
}
