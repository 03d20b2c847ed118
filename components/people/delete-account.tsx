'use client'

import { useState } from 'react'
import type { FormState } from '@/lib/form-state'
import { confirmErased, eraseAccount } from '@/lib/people/actions'
import { eraseSchema } from '@/lib/people/schema'
import { eraseStoreOf } from '../progress/erase-stores'
import { Tick } from '../ui/field'
import { Form, Submit } from '../ui/form'
import { useActionForm } from '../ui/use-action-form'
import { useAccount } from './account'
import type { YourRecordsProps } from './your-records'

/** How long the device may take to forget; the page goes on in any case. */
const patience = 3_000

/** Deletes the account, with everything that it holds here and on the server, after a tick and a press. */
export function DeleteAccount({ locale, labels, problems, errors }: YourRecordsProps) {
  // Asked while they are still signed in: afterwards nobody knows whose store it was.
  const owner = useAccount()?.owner
  const form = useActionForm({
    id: 'erase',
    action: eraseAccount,
    schema: eraseSchema,
    values: {},
    errors,
    reconsider: (answer, last) => orDeletedBefore(answer, last, locale),
    before: async () => owner && Promise.race([eraseStoreOf(owner), new Promise((resolve) => setTimeout(resolve, patience))]),
  })
  // Without scripts the answer comes with the page, and must not come folded away.
  const [answered] = useState(form.faults.length > 0 || Boolean(form.trouble))
  return (
    <details className="more" open={answered}>
      <summary>{labels.delete}</summary>
      <div className="stack">
        <p>{labels.deleteText}</p>
        <p className="js-only">{labels.deleteHere}</p>
        <p>{labels.deleteCertificates}</p>
        <p>{labels.deleteOther}</p>
        <p>{labels.deleteBackups}</p>
        <Form of={form} title={problems}>
          <input type="hidden" name="locale" value={locale} />
          {owner && <input type="hidden" name="owner" value={owner} />}
          <Tick of={form} name="sure" label={labels.sure} />
          <Submit of={form} className="btn btn-fix">{labels.deleteGo}</Submit>
        </Form>
      </div>
    </details>
  )
}

const unsure = 'people.errors.unsure'

/** Where no answer came, nobody knows whether the account is there. A second press finds out. */
async function orDeletedBefore(answer: FormState, last: FormState | undefined, locale: string): Promise<FormState> {
  if (answer.ok) return answer
  if (answer.error === 'access.errors.unexpected' || answer.error === 'access.errors.offline') return { ...answer, error: unsure }
  if (answer.error !== 'access.errors.signIn' || last?.ok !== false || last.error !== unsure) return answer
  const asked = new FormData()
  asked.set('locale', locale)
  const confirmed = await confirmErased(null, asked).catch(() => undefined)
  return confirmed?.ok ? confirmed : answer
}
