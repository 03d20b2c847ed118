import { fill } from '@/lib/i18n/fill'
import { type Locale, localeNames, written } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'
import type { Place, Places } from '@/lib/search/places'
import type { Part } from '@/lib/search/snippet'

interface Props {
  kind: Places['groups'][number]['kind']
  places: readonly Place[]
  /** Of the page; a place in another language says so. */
  locale: Locale
  labels: Messages['search']
}

/** The places of one kind that answer, each by its heading. */
export function FoundPlaces({ kind, places, locale, labels }: Props) {
  return (
    <section aria-labelledby={`found-${kind}`}>
      <h2 className="h3" id={`found-${kind}`}>{labels.kinds[kind]}</h2>
      <ul className="plain">
        {places.map((place, n) => <FoundPlace key={n} place={place} locale={locale} labels={labels} />)}
      </ul>
    </section>
  )
}

function FoundPlace({ place: { href, heading, lesson, lang, noted, snippet }, locale, labels }: Pick<Props, 'locale' | 'labels'> & { place: Place }) {
  const own = written(lang)
  const words = <Marked parts={heading} />
  return (
    <li className="found-place">
      <h3 {...own}><a href={href}>{words}</a></h3>
      {(lesson || noted || lang !== locale) && (
        <p className="row small muted">
          {lesson && <span>{fill(labels.lesson, { id: lesson.id })} <bdi lang={lang}>{lesson.title}</bdi></span>}
          {noted && <span className="tag">{labels.noted}</span>}
          {lang !== locale && <span className="tag" {...own}>{localeNames[lang as Locale] ?? lang}</span>}
        </p>
      )}
      {snippet && (
        <p className="found-words" {...own}>
          {snippet.under && <b>{snippet.under}: </b>}
          <Marked parts={snippet.parts} />
        </p>
      )}
    </li>
  )
}

/** A text in which what answers stands out. */
const Marked = ({ parts }: { parts: readonly Part[] }) =>
  parts.map(({ text, hit }, n) => (hit ? <mark key={n}>{text}</mark> : <span key={n}>{text}</span>))
