import { useTranslations } from 'next-intl'
import type { TermEntry } from '@/lib/courses/term-entries'
import { termAnchor } from '@/lib/courses/term-path'
import { type Locale, localeNames, written } from '@/lib/i18n/locales'
import { isolated } from '../ui/isolated'
import '../ui/styles/glossary.css'
import { richLine } from './rich-text'

/** The words of a course and what they mean, each with a place that can be led to. */
export function GlossaryView({ locale, course, terms }: { locale: Locale; course: string; terms: readonly TermEntry[] }) {
  const t = useTranslations('courses.glossary')
  const l = useTranslations('courses.lesson')
  const shown = terms[0]?.lang ?? locale
  return (
    <main id="main" className="page wrap narrow" tabIndex={-1}>
      <div className="stack">
        <h1 className="h1">{t('title')}</h1>
        <p className="read">{t('lead')}</p>
        {shown !== locale && <p className="note">{t('otherLanguage', { language: localeNames[locale], shown: localeNames[shown as Locale] })}</p>}
        {terms.some(({ draft }) => draft) && <p className="note" data-tone="now">{l('draft')}</p>}
      </div>
      <dl className="words">
        {terms.map(({ id, term, meaning, lang, draft }) => (
          <div key={id} id={termAnchor(id)}>
            <dt>
              <bdi {...written(lang)}>{isolated(term)}</bdi>
              {draft && <> <span className="tag" data-tone="now">{l('term.draft')}</span></>}
            </dt>
            <dd className="read" {...written(lang)}>{richLine(meaning, { locale, course })}</dd>
          </div>
        ))}
      </dl>
    </main>
  )
}
