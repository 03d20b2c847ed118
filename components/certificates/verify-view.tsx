import { useMessages, useTranslations } from 'next-intl'
import { dayWords } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locales'
import { VerifyBox } from './verify-box'
import { VerifyHelp } from './verify-help'
import '../ui/styles/check.css'
import '../ui/styles/form.css'
import '../ui/styles/certificates.css'

/** Check a certificate: the same page for everyone, with the keys that it checks by. */
export function VerifyView({ locale, trusted }: { locale: Locale; trusted: string[] }) {
  const t = useTranslations('certificates.verify')
  const { access, certificates, progress } = useMessages()
  const { verify } = certificates
  return (
    <main id="main" className="page wrap" tabIndex={-1}>
      <div className="check-col stack">
        <h1 className="h2">{t('title')}</h1>
        <p className="read">{t('lead')}</p>
        <VerifyBox
          locale={locale}
          trusted={trusted}
          labels={verify}
          verdict={{ verdicts: verify.verdicts, facts: verify.facts, signature: verify.signature, minutes: progress.learn.minutes }}
          errors={{ access: access.errors }}
          day={dayWords(locale)}
        />
        <noscript>
          <p className="note">{t('noScript')}</p>
        </noscript>
        <VerifyHelp />
      </div>
    </main>
  )
}
