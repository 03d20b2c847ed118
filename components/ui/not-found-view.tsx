import { useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'

/** What to do when something is not there: it says that nothing was lost, and leads on. */
export function NotFoundView({ locale }: { locale: Locale }) {
  const t = useTranslations('site.notFound')
  return (
    <main id="main" className="page wrap stack narrow" tabIndex={-1}>
      <h1 className="h1">{t('title')}</h1>
      <p className="read">{t('text')}</p>
      <div className="btns">
        <a className="btn" href={href(locale, '/courses')}>{t('courses')}</a>
        <a className="btn btn-2" href={href(locale)}>{t('home')}</a>
      </div>
    </main>
  )
}
