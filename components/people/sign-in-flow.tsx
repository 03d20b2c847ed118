'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { href } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'
import { askForCode, signInWithCode } from '@/lib/people/actions'
import { askSchema, enterSchema } from '@/lib/people/schema'
import { draftPath } from '../ui/draft'
import { Field } from '../ui/field'
import { Form, Submit } from '../ui/form'
import type { ErrorSentences } from '../ui/form-errors'
import { type ActionForm, useActionForm } from '../ui/use-action-form'
import { useAccount, useMe } from './account'
import { SignInAccount } from './sign-in-account'
import { SignInCode } from './sign-in-code'

export interface SignInFlowProps {
  locale: Locale
  /** How long a code holds. */
  minutes: number
  /** Mail is shown on a page instead of being sent. */
  outbox: boolean
  labels: Messages['people']['signIn']
  code: Messages['people']['code']
  account: Messages['people']['account']
  emailHint: string
  errors: ErrorSentences
}

/** E-mail address → code, on one page; every step works as a plain form too. */
export function SignInFlow(props: SignInFlowProps) {
  const { locale, labels, account, errors } = props
  const ask = useActionForm({ id: 'ask', action: askForCode, schema: askSchema, values: {}, errors })
  const again = useActionForm({ id: 'again', action: askForCode, schema: askSchema, values: {}, errors })
  const code = useActionForm({
    id: 'code',
    action: signInWithCode,
    schema: enterSchema,
    values: { shared: 'yes' },
    errors,
    at: { 'people.errors.code': 'code' },
    // Back to what somebody was writing when their session ended.
    instead: draftPath,
  })
  const said = useAccount()
  const me = useMe()
  // Without scripts only the form that was sent last knows the address.
  const to = ask.said?.email ?? again.said?.email ?? again.kept?.email ?? code.kept?.email
  useFocusOn('code-code', ask.said)
  useFocusOn('code-code', again.said)
  const who = { locale, labels: account, problems: labels.problems, errors }
  if (said && typeof me === 'object') return <SignInAccount me={me} {...who} />
  // What somebody typed already is there again when it turns out that their session has ended.
  const looking = said !== undefined && me === undefined
  return (
    <>
      {looking && <SignInAccount me={undefined} {...who} />}
      <div className="signin-form" hidden={looking}>
        <ArrivalNote texts={{ '?quiet': labels.quiet, '?out': labels.signedOut, '?deleted': labels.deleted }} />
        {me === 'nobody' && <p className="note" data-tone="now">{labels.again}</p>}
        {to === undefined ? <AskForm {...props} ask={ask} form={code} /> : <SignInCode {...props} form={code} to={to} again={again} />}
      </div>
    </>
  )
}

/** What led here: a shared computer was left alone (components/progress/quiet.ts), somebody signed out, or deleted their account. @param texts by query */
function ArrivalNote({ texts }: { texts: Record<string, string> }) {
  const [text, say] = useState<string>()
  const note = useRef<HTMLParagraphElement>(null)
  const arrived = useEffectEvent(() => {
    say((before) => before ?? texts[location.search])
    // Signing out once more leads to the same address, which would then not be loaded again.
    if (location.hash) history.replaceState(null, '', location.pathname)
  })
  useEffect(() => arrived(), [])
  useEffect(() => note.current?.focus(), [text])
  return text && <p className="note" data-tone="now" role="status" tabIndex={-1} ref={note}>{text}</p>
}

function AskForm({ ask, form, ...props }: SignInFlowProps & { ask: ActionForm; form: ActionForm }) {
  const { locale, labels, emailHint } = props
  return (
    <>
      <p className="read">{labels.lead}</p>
      <Form of={ask} title={labels.problems}>
        <Field of={ask} name="email" label={labels.email} hint={emailHint} type="email" dir="ltr" autoComplete="email" spellCheck={false} autoCapitalize="none" />
        <input type="hidden" name="locale" value={locale} />
        <Submit of={ask}>{labels.send}</Submit>
        <p className="muted small">{labels.about}</p>
      </Form>
      <hr />
      <details className="more">
        <summary>{labels.have}</summary>
        <SignInCode {...props} form={form} to="" />
      </details>
      <p><a className="link" href={href(locale, '/courses')}>{labels.without}</a></p>
    </>
  )
}

/** Moves the focus to where the next step begins, once for each answer. */
function useFocusOn(id: string, answer: object | undefined) {
  const before = useRef(answer)
  useEffect(() => {
    if (answer && answer !== before.current) document.getElementById(id)?.focus()
    before.current = answer
  }, [id, answer])
}
