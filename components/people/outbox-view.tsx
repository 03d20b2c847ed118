import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { dayWords, writtenDay } from '@/lib/i18n/day'
import type { KeptMail } from '@/lib/mail/queries'
import '../ui/styles/settings.css'

/** The mails that a demonstration does not send, newest first. */
export function OutboxView({ mails }: { mails: readonly KeptMail[] }) {
  const t = useTranslations('people.outbox')
  return (
    <main id="main" className="page wrap narrow" tabIndex={-1}>
      <div className="stack">
        <h1 className="h2">{t('title')}</h1>
        <p className="read">{t('text')}</p>
        {mails.length === 0 && <p>{t('empty')}</p>}
        {mails.map((mail) => <MailPanel key={mail.id} mail={mail} />)}
      </div>
    </main>
  )
}

function MailPanel({ mail: { id, to, subject, text, at } }: { mail: KeptMail }) {
  const t = useTranslations('people.outbox')
  const format = useFormatter()
  const locale = useLocale()
  return (
    <article className="panel stack-s" aria-labelledby={`mail-${id}`}>
      <h2 className="h3" id={`mail-${id}`} dir="auto">{subject}</h2>
      <p className="small muted">
        {t.rich('about', { email: () => <bdi dir="ltr" className="address">{to}</bdi> })}
        {' · '}
        <time dateTime={at.toISOString()}>
          {writtenDay(at.toISOString(), dayWords(locale))}
          {' · '}
          {format.dateTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', numberingSystem: 'latn' })}
        </time>
      </p>
      <pre className="mail-text" dir="auto">{text}</pre>
    </article>
  )
}
