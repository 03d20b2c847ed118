'use client'

import { type MouseEvent, useState } from 'react'
import { href } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'
import { download } from '../certificates/glyphs'
import { type ErrorSentences, sentenceOf } from '../ui/form-errors'
import { Icon } from '../ui/icon'
import { get } from '../ui/post'
import { DeleteAccount } from './delete-account'

export interface YourRecordsProps {
  locale: Locale
  labels: Messages['people']['yours']
  /** Above what went wrong. */
  problems: string
  errors: ErrorSentences
}

/** What somebody may do with everything that their account holds: take it along, or have it deleted. */
export function YourRecords(props: YourRecordsProps) {
  const { locale, labels } = props
  return (
    <section className="stack" aria-labelledby="records">
      <h3 className="legend" id="records">{labels.title}</h3>
      <p>{labels.text} <a className="link" href={href(locale, '/about#records')}>{labels.what}</a></p>
      <TakeAlong {...props} />
      <DeleteAccount {...props} />
    </section>
  )
}

const name = 'my-records.json'

/** A plain link; with scripts the file is fetched first, so that what goes wrong can be said. */
function TakeAlong({ locale, labels, errors }: YourRecordsProps) {
  const [trouble, setTrouble] = useState<string>()
  const path = `/api/me/records/${locale}`
  const take = async (event: MouseEvent) => {
    event.preventDefault()
    const { said, trouble } = await get<object>(path)
    setTrouble(trouble && sentenceOf(errors, trouble === 'offline' ? 'access.errors.offline' : trouble))
    if (said) save(new Blob([JSON.stringify(said, null, 2)], { type: 'application/json' }))
  }
  return (
    <div className="stack-s">
      <a className="btn btn-2" href={path} download={name} aria-describedby="records-hint" onClick={take}>
        <Icon of={download} />{labels.download}
      </a>
      <p className="hint" id="records-hint">{labels.downloadHint}</p>
      <p role="status">{trouble}</p>
    </div>
  )
}

function save(file: Blob) {
  const url = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  // Chromium and Safari read it a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
