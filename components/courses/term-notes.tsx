import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { TermEntry } from '@/lib/courses/term-entries'
import { type Locale, localeNames, written } from '@/lib/i18n/locales'
import { isolated } from '../ui/isolated'
import { RichText, termNoteId } from './rich-text'

/** The notes that terms in the text open, once per lesson. The browser opens and closes them: no script is needed. */
export function TermNotes({ terms, locale, course }: { terms: TermEntry[]; locale: Locale; course: string }) {
  const t = useTranslations('courses.lesson.term')
  const word = (lang: string, term: string, draft: boolean): ReactNode => (
    <>
      <bdi {...written(lang)}>{isolated(term)}</bdi>
      {draft && <> <span className="tag" data-tone="now">{t('draft')}</span></>}
    </>
  )
  return terms.map(({ id, term, meaning, lang, draft, others }) => (
    <div key={id} className="term-note" id={termNoteId(id)} popover="auto" role="dialog" aria-labelledby={`${termNoteId(id)}-h`}>
      <h2 id={`${termNoteId(id)}-h`}>{word(lang, term, draft)}</h2>
      <div {...written(lang)}><RichText rich={meaning} locale={locale} course={course} /></div>
      {others.length > 0 && (
        <>
          <h3 className="small muted">{t('others')}</h3>
          <dl>
            {others.map((other) => (
              <div key={other.lang}>
                <dt><bdi lang={other.lang}>{localeNames[other.lang as Locale] ?? other.lang}</bdi></dt>
                <dd>{word(other.lang, other.term, other.draft)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <button type="button" className="btn btn-2 btn-s" popoverTarget={termNoteId(id)} popoverTargetAction="hide">{t('close')}</button>
    </div>
  ))
}
