import { useTranslations } from 'next-intl'
import { HelpList } from '@/components/help/help-list'
import { page } from '@/lib/access/door'
import type { Locale } from '@/lib/i18n/locales'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('help')

export default page({ permission: 'public', render: ({ locale }) => <Help locale={locale} /> })

function Help({ locale }: { locale: Locale }) {
  const t = useTranslations('help')
  return (
    <main id="main" className="page wrap narrow" tabIndex={-1}>
      <div className="stack">
        <h1 className="h1">{t('title')}</h1>
        <p className="read">{t('lead')}</p>
        <section className="note" data-tone="now">
          <h2 className="h3">{t('danger')}</h2>
          <p>{t('dangerText')}</p>
          <p><a className="btn" href="tel:112"><bdi dir="ltr">112</bdi></a></p>
        </section>
        <p className="note">{t('check')}</p>
      </div>
      <HelpList locale={locale} />
      <section className="stack" id="you">
        <h2 className="h2">{t('you')}</h2>
        <p className="read">{t('youText')}</p>
        <p className="muted">{t('leave')}</p>
      </section>
    </main>
  )
}
