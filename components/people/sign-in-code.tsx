'use client'

import { useEffect, useRef } from 'react'
import { fill } from '@/lib/i18n/fill'
import { href } from '@/lib/i18n/href'
import { Choices, Field } from '../ui/field'
import { Form, Submit } from '../ui/form'
import { AddressIn } from './sign-in-address'
import type { ActionForm } from '../ui/use-action-form'
import type { SignInFlowProps } from './sign-in-flow'

interface Props extends SignInFlowProps {
  form: ActionForm
  /** Where the code went; empty where that is not known. */
  to: string
  /** Asks for another code. Without it this is not the step itself, but what opens beside the first one. */
  again?: ActionForm
}

/** The code, and whether other people use this device: yes, unless somebody says no. */
export function SignInCode({ form, to, again, ...props }: Props) {
  const { locale, minutes, outbox, code, labels } = props
  const { sent, where } = { sent: fill(code.sent, { minutes }), where: fill(code.sentTo, { minutes }) }
  const hint = to ? <AddressIn sentence={where} email={to} /> : sent
  return (
    <div className="stack">
      <Form of={form} title={labels.problems}>
        <Field
          of={form}
          name="code"
          label={code.label}
          // The focus comes here with the newest code, and its news with it.
          hint={again?.said ? <><strong>{code.sentAgain}</strong> {hint}</> : hint}
          className="input code-input"
          dir="ltr"
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <Choices
          of={form}
          name="shared"
          label={code.shared}
          choices={[
            { value: 'yes', label: code.sharedYes, hint: code.sharedYesHint },
            { value: 'no', label: code.sharedNo, hint: code.sharedNoHint },
          ]}
        />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="email" value={to} />
        <Submit of={form}>{code.enter}</Submit>
      </Form>
      {again && (
        <>
          <hr />
          <h2 className="h3">{code.notThere}</h2>
          <p>{code.notThereText}</p>
          {outbox && <p><a className="link" href={href(locale, '/outbox')} target="_blank" rel="noopener">{code.outbox}</a></p>}
          {to && <Another {...props} to={to} form={form} again={again} />}
          <p><a className="link" href={href(locale, '/sign-in')}>{code.otherAddress}</a></p>
        </>
      )}
    </div>
  )
}

/** A new code to the same address; what was said about the older one is forgotten. */
function Another({ locale, code, labels, to, form, again }: SignInFlowProps & { to: string; form: ActionForm; again: ActionForm }) {
  const known = useRef(again.said)
  useEffect(() => {
    if (again.said && again.said !== known.current) form.clear()
    known.current = again.said
  }, [again.said, form])
  return (
    <Form of={again} title={labels.problems}>
      <input type="hidden" name="email" value={to} />
      <input type="hidden" name="locale" value={locale} />
      <div className="btns">
        <Submit of={again} className="btn btn-2">{code.another}</Submit>
      </div>
    </Form>
  )
}
