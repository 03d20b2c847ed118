import { useTranslations } from 'next-intl'
import type { listCards, listCourses } from '@/lib/courses/queries'
import { cardPath, href, lessonPath } from '@/lib/i18n/href'
import { type Locale, written } from '@/lib/i18n/locales'
import '../ui/styles/offline.css'
import { OfflineKept } from './offline-kept'
import { OfflineRetry } from './offline-retry'

interface Props {
  locale: Locale
  courses: Awaited<ReturnType<typeof listCourses>>
  cards: Awaited<ReturnType<typeof listCards>>
}

/** Shown instead of a page that this device does not have, while there is no network. */
export function OfflineView({ locale, courses, cards }: Props) {
  const t = useTranslations('courses.offline.away')
  const lessons = courses.flatMap((course) =>
    course.lessons.map(({ id, title, lang }) => ({ href: href(locale, lessonPath(course.id, id)), title, lang })),
  )
  return (
    <main id="main" className="page wrap narrow offline-away" tabIndex={-1}>
      <div className="stack">
        <h1 className="h2">{t('title')}</h1>
        <p className="read">{t('text')}</p>
        <OfflineRetry label={t('again')} />
      </div>
      <section className="stack" aria-labelledby="here">
        <h2 className="h3" id="here">{t('here')}</h2>
        <ul className="plain">
          <li><a href={href(locale, '/help')}>{t('help')}</a></li>
          <li><a href={href(locale, '/cards')}>{t('cards')}</a></li>
          {cards.map((card) => <CardLine key={card.number} card={card} locale={locale} />)}
        </ul>
      </section>
      <OfflineKept lessons={lessons} heading={t('lessons')} />
    </main>
  )
}

/** A card by its number, its title and the moment it is for, as in the row of all cards. */
function CardLine({ card: { number, title, lead, lang }, locale }: { card: Props['cards'][number]; locale: Locale }) {
  const t = useTranslations('courses.cards')
  const own = written(lang)
  return (
    <li className="offline-card">
      <p className="muted">{t('number', { number })}</p>
      <a href={href(locale, cardPath(number))}><bdi {...own}>{title}</bdi></a>
      {lead && <p className="muted"><bdi {...own}>{lead}</bdi></p>}
    </li>
  )
}
