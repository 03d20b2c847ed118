import { useTranslations } from 'next-intl'
import type { CounterCard } from '@/lib/courses/counter-card'
import type { Locale } from '@/lib/i18n/locales'
import { CardRow } from './card-row'

/** All cards of the counter. */
export function CardsView({ locale, cards }: { locale: Locale; cards: readonly CounterCard[] }) {
  const t = useTranslations('courses.cards')
  return (
    <main id="main" className="page wrap" tabIndex={-1}>
      <h1 className="h1">{t('title')}</h1>
      <p className="read">{t('lead')}</p>
      <CardRow locale={locale} cards={cards} heading="h2" />
    </main>
  )
}
