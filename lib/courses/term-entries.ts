import { localeNames } from '@/lib/i18n/locales'
import { parseGlossary } from './glossary'
import { trusted } from './revision'
import type { Rich } from './rich'

/** A term as a learner meets it. */
export interface TermEntry {
  id: string
  term: string
  meaning: Rich
  lang: string
  /** Its translation still needs a reviewer. */
  draft: boolean
  /** The term in the other languages. */
  others: { lang: string; term: string; draft: boolean }[]
}

/** The glossary in one language, or term by term in that of the source, joined with all other languages. */
export function glossaryFor(
  texts: readonly { locale: string; markdown: string }[],
  locale: string,
  source: string,
): TermEntry[] {
  const read = texts.map(({ locale: lang, markdown }) => ({
    lang,
    ...trusted(parseGlossary(markdown, { file: `glossary/${lang}.md` })).document,
  }))
  const find = (lang: string) => read.find((glossary) => glossary.lang === lang)
  const shown = find(locale) ?? find(source)
  return (shown?.terms ?? []).map(({ id, term, meaning, draft }) => ({
    id,
    term,
    meaning,
    lang: shown?.lang ?? source,
    draft: draft || (shown?.draft ?? false),
    others: Object.keys(localeNames).flatMap((lang) => {
      const other = lang === shown?.lang ? undefined : find(lang)
      const same = other?.terms.find((entry) => entry.id === id)
      return other && same ? [{ lang, term: same.term, draft: same.draft || other.draft }] : []
    }),
  }))
}
