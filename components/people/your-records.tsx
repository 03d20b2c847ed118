'use client'

import { useState } from 'react'
import { eraseAccount } from '@/lib/people/actions'
import { eraseSchema } from '@/lib/people/schema'
import { href } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'
import { download } from '../certificates/glyphs'
import { eraseStoreOf } from '../progress/erase-stores'
import { Tick } from '../ui/field'
import { Form, Submit } from '../ui/form'
import type { ErrorSentences } from '../ui/form-errors'
import { Icon } from '../ui/icon'
import { useActionForm } from '../ui/use-action-form'
import { useAccount } from './account'

interface Props {
  locale: Locale
  labels: Messages['people']['yours']
  /** Above what went wrong. */
  problems: string
  errors: ErrorSentences
}

/** What somebody may do with everything that their account holds: take it along, or have it deleted. */
export function YourRecords({ locale, labels, problems, errors }: Props) {
  // Asked while they are still signed in: afterwards nobody knows whose store it was.
  const owner = useAccount()?.owner
  const erase = useActionForm({
    id: 'erase',
    action: eraseAccount,
    schema: eraseSchema,
    values: {},
    errors,
    before: async () => owner && eraseStoreOf(owner),
  })
  // Without scripts the answer comes with the page, and must not come folded away.
  const [answered] = useState(erase.faults.length > 0 || Boolean(erase.trouble))
  return (
    <section className="stack" aria-labelledby="records">
      <h3 className="legend" id="records">{labels.title}</h3>
      <p>{labels.text} <a className="link" href={href(locale, '/about#records')}>{labels.what}</a></p>
      <div className="stack-s">
        <a className="btn btn-2" href={`/api/me/records/${locale}`} download="my-records.json" aria-describedby="records-hint">
          <Icon of={download} />{labels.download}
        </a>
        <p className="hint" id="records-hint">{labels.downloadHint}</p>
      </div>
      <details className="more" open={answered}>
        <summary>{labels.delete}</summary>
        <div className="stack">
          <p>{labels.deleteText}</p>
          <p>{labels.deleteHere}</p>
          <p>{labels.deleteCertificates}</p>
          <p>{labels.deleteOther}</p>
          <Form of={erase} title={problems}>
            <input type="hidden" name="locale" value={locale} />
            <Tick of={erase} name="sure" label={labels.sure} />
            <Submit of={erase} className="btn btn-fix">{labels.deleteGo}</Submit>
          </Form>
        </div>
      </details>
    </section>
  )
}
