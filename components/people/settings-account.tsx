'use client'

import { useEffect, useState } from 'react'
import { saveSettings } from '@/lib/people/actions'
import { settingsSchema } from '@/lib/people/schema'
import { href } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'
import { Choices, Field } from '../ui/field'
import { Form, Submit } from '../ui/form'
import type { ErrorSentences } from '../ui/form-errors'
import { useActionForm } from '../ui/use-action-form'
import { type Me, useAccount, useMe } from './account'
import { AddressIn } from './sign-in-address'
import { SignOut } from './sign-out'
import { YourRecords } from './your-records'

interface Props {
  locale: Locale
  labels: Messages['people']['settings']
  /** The words of the link to sign-in. */
  signIn: string
  out: Messages['people']['account']
  yours: Messages['people']['yours']
  problems: string
  errors: ErrorSentences
}

/** What an account holds besides learning, for whoever is signed in. */
export function SettingsAccount(props: Props) {
  const { locale, labels, signIn, out, yours, problems, errors } = props
  const account = useAccount()
  const me = useMe()
  if (account && me === 'unknown') return <p role="status">{labels.unknown}</p>
  if (account && me === undefined) return <p role="status" className="js-only">{labels.looking}</p>
  if (typeof me !== 'object')
    return (
      <div className="stack js-only">
        <p>{labels.nobody}</p>
        <p><a className="btn btn-2" href={href(locale, '/sign-in')}>{signIn}</a></p>
      </div>
    )
  return (
    <>
      {me.email && <p><AddressIn sentence={labels.email} email={me.email} /></p>}
      <AboutYou me={me} labels={labels} problems={problems} errors={errors} />
      <hr />
      <SignOut locale={locale} labels={out} problems={problems} errors={errors} />
      <hr />
      <YourRecords locale={locale} labels={yours} problems={problems} errors={errors} />
    </>
  )
}

function AboutYou({ me, labels, problems, errors }: Pick<Props, 'labels' | 'problems' | 'errors'> & { me: Me }) {
  const form = useActionForm({
    id: 'you',
    action: saveSettings,
    schema: settingsSchema,
    values: { name: me.name ?? '', pronouns: me.pronouns ?? '', contact: me.contact },
    errors,
  })
  const [edited, setEdited] = useState(false)
  useEffect(() => setEdited(false), [form.said])
  return (
    <div onInput={() => setEdited(true)}>
      <Form of={form} title={problems}>
        <Field of={form} name="name" label={labels.name} hint={labels.nameHint} dir="auto" autoComplete="nickname" />
        <Field of={form} name="pronouns" label={labels.pronouns} hint={labels.pronounsHint} dir="auto" autoComplete="off" />
        <Choices
          of={form}
          name="contact"
          label={labels.contact}
          hint={labels.contactHint}
          choices={[{ value: 'mail', label: labels.contactMail }, { value: 'none', label: labels.contactNone }]}
        />
        <div className="stack-s">
          <Submit of={form}>{labels.save}</Submit>
          <p role="status">{form.said && !edited && labels.saved}</p>
        </div>
      </Form>
    </div>
  )
}
