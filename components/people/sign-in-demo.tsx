'use client'

import type { FormAction } from '@/lib/form-state'
import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'
import { demoSchema } from '@/lib/people/schema'
import { Form, Submit } from '../ui/form'
import type { ErrorSentences } from '../ui/form-errors'
import { useActionForm } from '../ui/use-action-form'

/** The server function stands in an area to the right of this one. */
export type EnterAsDemo = FormAction<{ to: string }>

interface Props {
  locale: Locale
  enter: EnterAsDemo
  labels: Messages['people']['demo']
  problems: string
  errors: ErrorSentences
}

/** The accounts of a demonstration, one press each. */
export function SignInDemo(props: Props) {
  const { labels } = props
  return (
    <section className="panel stack" aria-labelledby="demo-title">
      <h2 className="h3" id="demo-title">{labels.title}</h2>
      <p>{labels.text}</p>
      <Person {...props} who="learner" name={labels.learner} hint={labels.learnerHint} />
      <Person {...props} who="finished" name={labels.finished} hint={labels.finishedHint} />
    </section>
  )
}

function Person({ who, name, hint, locale, enter, problems, errors }: Props & { who: string; name: string; hint: string }) {
  const form = useActionForm({ id: `demo-${who}`, action: enter, schema: demoSchema, values: {}, errors })
  return (
    <Form of={form} title={problems}>
      <input type="hidden" name="who" value={who} />
      <input type="hidden" name="locale" value={locale} />
      <div className="stack-s">
        <Submit of={form} className="btn btn-2" aria-describedby={`demo-${who}-hint`}>{name}</Submit>
        <p className="hint" id={`demo-${who}-hint`}>{hint}</p>
      </div>
    </Form>
  )
}
