'use client'

import { useEffect, useState } from 'react'
import { reissue } from '@/lib/certificates/actions'
import { reissueSchema } from '@/lib/certificates/schema'
import { Field } from '../ui/field'
import { Form, Submit } from '../ui/form'
import { sentenceOf } from '../ui/form-errors'
import { useActionForm } from '../ui/use-action-form'
import type { OwnCertificateProps } from './own-certificate'
import { answered, requestIdFor } from './request-id'
import { settled } from './settled'

const reissueOrFind = settled(reissue)

/** The same certificate under another name; the old one is taken back. */
export function ReissueForm({ certificate, labels, errors, changed, close }: OwnCertificateProps & { close: () => void }) {
  const { code, name } = certificate
  const what = `reissue/${code}`
  const [requestId] = useState(() => requestIdFor(what))
  const id = `reissue-${code}`
  const form = useActionForm({
    id,
    action: reissueOrFind,
    schema: reissueSchema,
    values: { requestId, code, name },
    errors,
    onDone: () => {
      answered(what)
      changed(form.said?.news ? sentenceOf(errors, form.said.news) : labels.reissued)
    },
  })
  useEffect(() => {
    document.getElementById(`${id}-name`)?.focus()
  }, [id])
  return (
    <section className="second-step stack" aria-labelledby={`${id}-title`}>
      <h4 className="h3" id={`${id}-title`}>{labels.reissueTitle}</h4>
      <p>{labels.reissueText}</p>
      <Form of={form} title={labels.problems}>
        <input type="hidden" {...form.input('requestId')} />
        <input type="hidden" {...form.input('code')} />
        <Field of={form} name="name" label={labels.name} dir="auto" autoComplete="name" />
        <p className="btns">
          <Submit of={form}>{labels.reissueYes}</Submit>
          <button className="btn btn-2" type="button" onClick={close}>{labels.keep}</button>
        </p>
      </Form>
    </section>
  )
}
