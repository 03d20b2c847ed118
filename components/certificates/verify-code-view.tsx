import { useMessages, useTranslations } from 'next-intl'
import { dayWords } from '@/lib/i18n/day'
import { href } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'
import type { Outcome } from './outcome'
import { SignatureCheck } from './signature-check'
import { VerifyHelp } from './verify-help'
import '../ui/styles/check.css'
import '../ui/styles/certificates.css'

interface Props {
  locale: Locale
  trusted: string[]
  /** What the server knows: the page is whole without scripts. */
  outcome: Outcome
}

/** One certificate, as the code in its address finds it: the same frame for every answer. */
export function VerifyCodeView({ locale, trusted, outcome }: Props) {
  const t = useTranslations('certificates.verify')
  const { certificates, progress } = useMessages()
  const { verify } = certificates
  return (
    <main id="main" className="page wrap" tabIndex={-1}>
      <div className="check-col stack">
        <h1 className="h2">{t('title')}</h1>
        <SignatureCheck
          looked={outcome}
          trusted={trusted}
          day={dayWords(locale)}
          labels={{ verdicts: verify.verdicts, facts: verify.facts, signature: verify.signature, minutes: progress.learn.minutes }}
        />
        <p><a className="link" href={href(locale, '/verify')}>{t('another')}</a></p>
        <VerifyHelp />
      </div>
    </main>
  )
}
