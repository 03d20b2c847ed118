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
          {cards.map((card) => (
            <li key={card.number}>
              <a href={href(locale, cardPath(card.number))}><bdi {...written(card.lang)}>{card.title}</bdi></a>
            </li>
          ))}
        </ul>
      </section>
      <OfflineKept lessons={lessons} heading={t('lessons')} />
    </main>
  )
}
