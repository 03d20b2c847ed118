import { useTranslations } from 'next-intl'
import { RecordsView } from '@/components/people/records-view'
import { page } from '@/lib/access/door'
import { titled } from '@/lib/i18n/titled'

export const generateMetadata = titled('about')

export default page({ permission: 'public', render: () => <About /> })

function About() {
  const t = useTranslations('site.about')
  return (
    <main id="main" className="page wrap narrow" tabIndex={-1}>
      <div className="prose stack">
        <h1 className="h1">{t('title')}</h1>
        <h2 className="h2" id="privacy">{t('privacy')}</h2>
        <p>{t('privacyText')}</p>
        <p>{t('privacyAccount')}</p>
        <p>{t('privacyCertificate')}</p>
        <p>{t('privacyOffline')}</p>
        <p>{t('privacyCookies')}</p>
        <p>{t('privacyErase')}</p>
        <RecordsView />
        <h2 className="h2" id="history">{t('history')}</h2>
        <p>{t('historyText')}</p>
        <ol className="steps">
          <li>{t('historySteps.open')}</li>
          <li>{t('historySteps.find')}</li>
          <li>{t('historySteps.delete')}</li>
        </ol>
        <h2 className="h2" id="accessibility">{t('accessibility')}</h2>
        <p>{t('accessibilityText')}</p>
        <h2 className="h2" id="making">{t('making')}</h2>
        <p>{t('makingText')}</p>
      </div>
    </main>
  )
}
