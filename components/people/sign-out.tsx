'use client'

import type { ComponentProps } from 'react'
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
      <Way of={here} {...{ locale, problems }} id="out-here" label={labels.outHere} hint={labels.outHereHint} />
      <Way of={everywhere} {...{ locale, problems }} id="out-everywhere" label={labels.outEverywhere} hint={labels.outEverywhereHint} />
    </div>
  )
}

interface WayProps extends Pick<SignOutProps, 'locale' | 'problems'> {
  of: ComponentProps<typeof Form>['of']
  id: string
  label: string
  hint: string
}

function Way({ of, locale, problems, id, label, hint }: WayProps) {
  return (
    <Form of={of} title={problems}>
      <input type="hidden" name="locale" value={locale} />
      <div className="stack-s">
        <Submit of={of} className="btn btn-2" aria-describedby={`${id}-hint`}>{label}</Submit>
        <p className="hint" id={`${id}-hint`}>{hint}</p>
      </div>
    </Form>
  )
}
