import { useMessages, useTranslations } from 'next-intl'
import type { Locale } from '@/lib/i18n/locales'
import { SignInFlow } from './sign-in-flow'
import { SignInDemo, type EnterAsDemo } from './sign-in-demo'
import { SignOut } from './sign-out'
import '../ui/styles/sign-in.css'

interface Props {
  locale: Locale
  /** In minutes. */
  codeLife: number
  /** Mail is shown on a page instead of being sent. */
  outbox: boolean
  /** In a demonstration: opens one of its accounts. */
  demo?: EnterAsDemo | undefined
}

/** Sign-in: a page that is the same for everyone. Who is signed in already is found out on the device. */
export function SignInView({ locale, codeLife, outbox, demo }: Props) {
  const t = useTranslations('people.signIn')
  // Client components get plain sentences, and fill in their values themselves.
  const { access, people } = useMessages()
  const errors = { access: access.errors, people: people.errors }
  return (
    <main id="main" className="page wrap" tabIndex={-1}>
      <div className="signin">
        <h1 className="h2">{t('title')}</h1>
        <noscript><p className="note signed-out" data-tone="now" id="signed-out" tabIndex={-1}>{t('signedOut')}</p></noscript>
        <noscript><p className="note signed-out" data-tone="now" id="deleted" tabIndex={-1}>{t('deleted')}</p></noscript>
        <SignInFlow
          locale={locale}
          minutes={codeLife}
          outbox={outbox}
          labels={people.signIn}
          code={people.code}
          account={people.account}
          emailHint={t('emailHint', { subject: people.mail.subject })}
          errors={errors}
        />
        {demo && <SignInDemo locale={locale} enter={demo} labels={people.demo} problems={people.signIn.problems} errors={errors} />}
        <noscript>
          <section className="panel stack" aria-labelledby="out">
            <h2 className="h3" id="out">{people.account.out}</h2>
            <p>{people.account.unseen}</p>
            <SignOut locale={locale} labels={people.account} problems={people.signIn.problems} errors={errors} />
          </section>
        </noscript>
      </div>
    </main>
  )
}
