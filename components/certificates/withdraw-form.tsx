'use client'

import { useEffect, useRef } from 'react'
import { withdraw } from '@/lib/certificates/actions'
import { withdrawSchema } from '@/lib/certificates/schema'
import { Form, Submit } from '../ui/form'
import { useActionForm } from '../ui/use-action-form'
import type { OwnCertificateProps } from './own-certificate'

/** The second step before something that cannot be undone. */
export function WithdrawForm({ certificate, labels, errors, changed, close }: OwnCertificateProps & { close: () => void }) {
  const { code } = certificate
  const id = `withdraw-${code}`
  const form = useActionForm({
    id,
    action: withdraw,
    schema: withdrawSchema,
    values: { code },
    errors,
    onDone: () => changed(labels.withdrawn),
  })
  const no = useRef<HTMLButtonElement>(null)
  // The harmless answer is the one that Enter gives.
  useEffect(() => no.current?.focus(), [])
  return (
    <section className="second-step stack" aria-labelledby={`${id}-title`}>
      <h4 className="h3" id={`${id}-title`}>{labels.withdrawTitle}</h4>
      <p>{labels.withdrawText}</p>
      <Form of={form} title={labels.problems}>
        <input type="hidden" {...form.input('code')} />
        <p className="btns">
          <Submit of={form} className="btn btn-fix">{labels.withdrawYes}</Submit>
          <button className="btn btn-2" type="button" ref={no} onClick={close}>{labels.keep}</button>
        </p>
      </Form>
    </section>
  )
}
