import { useTranslations } from 'next-intl'

/** What a certificate says, and what to do with a code that does not work. */
export function VerifyHelp() {
  const t = useTranslations('certificates.verify')
  return (
    <div>
      <details className="more">
        <summary>{t('says')}</summary>
        <div className="stack more-text">
          <p>{t('says1')}</p>
          <p>{t('says2')}</p>
          <p>{t('says3')}</p>
        </div>
      </details>
      <details className="more">
        <summary>{t('stuck')}</summary>
        <div className="stack more-text">
          <p>{t('stuck1')}</p>
          <p>{t('stuck2')}</p>
        </div>
      </details>
    </div>
  )
}
