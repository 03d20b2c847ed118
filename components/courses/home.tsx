import { useTranslations } from 'next-intl'
import type { getFirstCourse, listCards } from '@/lib/courses/queries'
import { cardPath, href, lessonPath } from '@/lib/i18n/href'
import { type Locale, localeNames, locales, written } from '@/lib/i18n/locales'
import { Room } from '../ui/room'
import { CardRow } from './card-row'
import { PathList } from './path-list'
import { arrowRight, circleCheck, clock, lock, logOut, redo2 } from '../ui/glyphs'
import { Icon } from '../ui/icon'
import '../ui/styles/index-card.css'
import '../ui/styles/pages.css'

type Course = Awaited<ReturnType<typeof getFirstCourse>>
type Cards = Awaited<ReturnType<typeof listCards>>

/** The first page: what this is, in one screen, and a start without an account. */
export function Home({ locale, course, cards }: { locale: Locale; course: Course; cards: Cards }) {
  const t = useTranslations('site.home')
  const c = useTranslations('courses')
  const [urgent] = cards
  const [first, ...roles] = course.paths
  const essentials = course.lessons.filter((lesson) => first?.lessons.includes(lesson.id))
  const start = href(locale, lessonPath(course.id, essentials[0]?.id ?? ''))
  return (
    <main id="main" className="page" tabIndex={-1}>
      <div className="wrap hero">
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
          <nav className="langs tongues" aria-label={t('languages')}>
            <ul>
              {locales.map((other) => (
                <li key={other}>
                  <a href={href(other)} {...written(other)} hrefLang={other} aria-current={other === locale || undefined}>
                    {localeNames[other]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        {urgent && <Told number={urgent.number} locale={locale} />}
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
                <span><bdi {...written(lesson.lang)}>{lesson.title}</bdi></span>
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
      {cards.length > 0 && (
        <section className="wrap sec sec-1" aria-labelledby="cards">
          <div className="sec-l">
            <h2 className="h2" id="cards">{c('cards.title')}</h2>
            <p className="sec-p">{c('cards.lead')}</p>
          </div>
          <CardRow locale={locale} cards={cards} heading="h3" />
        </section>
      )}
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

/** For whoever comes here with someone waiting: three sentences to say now, and the first card. */
function Told({ number, locale }: { number: number; locale: Locale }) {
  const t = useTranslations('site.home')
  const c = useTranslations('courses.cards')
  return (
    <aside className="icard" aria-labelledby="told">
      <p className="icard-tab">{c('number', { number })}</p>
      <h2 className="h3" id="told">{t('told')}</h2>
      <p className="muted">{t('toldText')}</p>
      <ul className="icard-say">
        <li>{t('toldSay.thanks')}</li>
        <li>{t('toldSay.believe')}</li>
        <li>{t('toldSay.need')}</li>
      </ul>
      <a className="btn" href={href(locale, cardPath(number))}>{t('toldOpen')}</a>
    </aside>
  )
}
