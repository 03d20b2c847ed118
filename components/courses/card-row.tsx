import { useTranslations } from 'next-intl'
import type { CounterCard } from '@/lib/courses/counter-card'
import { cardPath, href } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'
import '../ui/styles/index-card.css'

interface CardRowProps {
  locale: Locale
  cards: readonly CounterCard[]
  /** One level below the heading that this row stands under. */
  heading: 'h2' | 'h3'
}

/** The cards of the counter, each with the moment it is for. */
export function CardRow({ locale, cards, heading: Heading }: CardRowProps) {
  const t = useTranslations('courses.cards')
  return (
    <ul className="plain card-row">
      {cards.map(({ id, number, title, lead, lang }) => (
        <li key={id} className="icard icard-s">
          <p className="icard-tab">{t('number', { number })}</p>
          <Heading className="h3">
            <a href={href(locale, cardPath(number))}><bdi lang={lang}>{title}</bdi></a>
          </Heading>
          {lead && <p className="muted"><bdi lang={lang}>{lead}</bdi></p>}
        </li>
      ))}
    </ul>
  )
}
