'use client'

import { useState } from 'react'
import { issue } from '@/lib/certificates/actions'
import { issueSchema } from '@/lib/certificates/schema'
import { Field } from '../ui/field'
import { Form, Submit } from '../ui/form'
import { sentenceOf } from '../ui/form-errors'
import { useActionForm } from '../ui/use-action-form'
import type { ClaimProps } from './claim'
import { answered, requestIdFor } from './request-id'
import { settled } from './settled'

const issueOrFind = settled(issue)

/** What is asked for, as request-id.ts wants it. */
export const claimOf = (course: string, path: string) => `claim/${course}/${path}`

/** The name, and nothing else to fill in. */
export function ClaimForm({ locale, labels, errors, course, name, path, claimed }: ClaimProps & { path: string }) {
  const what = claimOf(course.id, path)
  const [requestId] = useState(() => requestIdFor(what))
  const form = useActionForm({
    id: 'claim',
    action: issueOrFind,
    schema: issueSchema,
    values: { requestId, course: course.id, path, name, locale },
    errors,
    onDone: () => {
      answered(what)
      claimed(form.said?.news ? sentenceOf(errors, form.said.news) : labels.issued)
    },
  })
  if (form.said) return null
  return (
    <Form of={form} title={labels.problems}>
      <p>{labels.claimText}</p>
      {['requestId', 'course', 'path', 'locale'].map((hidden) => <input key={hidden} type="hidden" {...form.input(hidden)} />)}
      <Field of={form} name="name" label={labels.name} hint={labels.nameHint} dir="auto" autoComplete="name" />
      <Submit of={form}>{labels.claim}</Submit>
    </Form>
  )
}
