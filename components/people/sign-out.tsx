'use client'

import { leaveEverywhere, leaveHere } from '@/lib/people/actions'
import { localeSchema } from '@/lib/people/schema'
import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'
import { Form, Submit } from '../ui/form'
import type { ErrorSentences } from '../ui/form-errors'
import { useActionForm } from '../ui/use-action-form'

export interface SignOutProps {
  locale: Locale
  labels: Messages['people']['account']
  /** Above what went wrong. */
  problems: string
  errors: ErrorSentences
}

/** Two plain forms: sign out on this device, or on every one. Either takes effect on the next request. */
export function SignOut({ locale, labels, problems, errors }: SignOutProps) {
  const here = useActionForm({ id: 'out-here', action: leaveHere, schema: localeSchema, values: {}, errors })
  const everywhere = useActionForm({ id: 'out-everywhere', action: leaveEverywhere, schema: localeSchema, values: {}, errors })
  return (
    <div className="sign-out">
      <Form of={here} title={problems}>
        <input type="hidden" name="locale" value={locale} />
        <div className="stack-s">
          <Submit of={here} className="btn btn-2" aria-describedby="out-here-hint">{labels.outHere}</Submit>
          <p className="hint" id="out-here-hint">{labels.outHereHint}</p>
        </div>
      </Form>
      <Form of={everywhere} title={problems}>
        <input type="hidden" name="locale" value={locale} />
        <div className="stack-s">
          <Submit of={everywhere} className="btn btn-2" aria-describedby="out-everywhere-hint">{labels.outEverywhere}</Submit>
          <p className="hint" id="out-everywhere-hint">{labels.outEverywhereHint}</p>
        </div>
      </Form>
    </div>
  )
}
