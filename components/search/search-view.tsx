import { useMessages, useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'
import { mostPlaces } from '@/lib/search/places'
import { SearchForm } from './search-form'
import '../ui/styles/search.css'

/** One field, and below it the places that answer. */
export function SearchView({ locale }: { locale: Locale }) {
  const t = useTranslations('search')
  const { access, search } = useMessages()
  return (
    <main id="main" className="page wrap narrow search" tabIndex={-1}>
      <h1 className="h2">{t('title')}</h1>
      <SearchForm
        locale={locale}
        labels={search}
        // A plural needs the grammar of its language, which stays on the server: every sentence there can be is written here.
        found={Array.from({ length: mostPlaces + 1 }, (_, count) => t('found', { count, query: '{query}' }))}
        errors={{ access: access.errors, search: search.errors }}
        ways={[
          { href: href(locale, '/cards'), text: t('cards') },
          { href: href(locale, '/courses'), text: t('courses') },
          { href: href(locale, '/help'), text: t('help') },
        ]}
      />
    </main>
  )
}
