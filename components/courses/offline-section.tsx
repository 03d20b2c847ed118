import { useTranslations } from 'next-intl'
import '../ui/styles/offline.css'
import { OfflineStorage } from './offline-storage'

/**
 * What this device keeps, for the settings page (`#offline`).
 * @param courses with their titles in the language of the page
 */
export function OfflineSection({ courses }: { courses: readonly { id: string; title: string }[] }) {
  const t = useTranslations('courses.offline.storage')
  return (
    <section className="panel stack" aria-labelledby="offline">
      <h2 className="h3" id="offline">{t('title')}</h2>
      <noscript><p>{t('none')}</p></noscript>
      <div className="js-only">
        <OfflineStorage
          titles={Object.fromEntries(courses.map(({ id, title }) => [id, title]))}
          labels={{
            course: t.raw('course'),
            others: t.raw('others'),
            pages: t.raw('pages'),
            size: t.raw('size'),
            remove: t('remove'),
            removeOf: t.raw('removeOf'),
            removeAll: t('removeAll'),
            removed: t('removed'),
            again: t('again'),
            empty: t('empty'),
            looking: t('looking'),
            text: t('text'),
            none: t('none'),
            shared: t('shared'),
          }}
        />
      </div>
    </section>
  )
}
