import { getLocale, getTranslations } from 'next-intl/server'
import { href } from '@/lib/i18n/href'

export default async function NotFoundPage() {
  const locale = await getLocale()
  const t = await getTranslations('site.notFound')
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
