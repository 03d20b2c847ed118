'use client'

import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'
import { search } from '@/lib/search/actions'
import { longestQuery, searchSchema } from '@/lib/search/schema'
import { Field } from '../ui/field'
import { Form, Submit } from '../ui/form'
import type { ErrorSentences } from '../ui/form-errors'
import { useActionForm } from '../ui/use-action-form'
import { FoundPlaces } from './found-places'

interface Props {
  locale: Locale
  labels: Messages['search']
  /** `7 places for “{query}”`, by the number of places. */
  found: readonly string[]
  errors: ErrorSentences
  /** Where to look when nothing is found. */
  ways: readonly { href: string; text: string }[]
}

/** The field and what it finds. Nothing is kept: no history, no suggestion, nothing on the device, nothing in the address. */
export function SearchForm({ locale, labels, found, errors, ways }: Props) {
  const form = useActionForm({ id: 'search', action: search, schema: searchSchema, values: {}, errors })
  const { said } = form
  const [before, after] = (said && found[said.count] || '').split('{query}')
  return (
    <>
      <search>
        <Form of={form} title={labels.problems}>
          <input type="hidden" name="locale" value={locale} />
          <Field
            of={form} name="query" label={labels.label} hint={labels.lead}
            type="search" dir="auto" maxLength={longestQuery} enterKeyHint="search"
            // A browser that checks spelling may send the words to its maker.
            autoComplete="off" autoCapitalize="off" autoCorrect="off" spellCheck={false}
          />
          <Submit of={form}>{labels.go}</Submit>
          <p className="small muted">{labels.hint} {labels.private}</p>
        </Form>
      </search>
      <div className="stack found">
        <p role="status" className="strong">{said && <>{before}<bdi>{said.query}</bdi>{after}</>}</p>
        {said?.groups.map(({ kind, places }) => (
          <FoundPlaces key={kind} kind={kind} places={places} locale={locale} labels={labels} />
        ))}
        {said?.count === 0 && (
          <>
            <p>{labels.none}</p>
            <p className="btns">{ways.map((way) => <a key={way.href} className="btn btn-2" href={way.href}>{way.text}</a>)}</p>
          </>
        )}
      </div>
    </>
  )
}
