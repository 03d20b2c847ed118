import { useTranslations } from 'next-intl'
import { coursePages } from '@/lib/courses/offline'
import type { getCourse } from '@/lib/courses/queries'
import type { Locale } from '@/lib/i18n/locales'
import '../ui/styles/offline.css'
import { OfflineDownload } from './offline-download'

type Course = Awaited<ReturnType<typeof getCourse>>

/** Measured: what a page of a course weighs on the line, and what all of them share (scripts, styles, fonts), in MB. */
const PAGE_MB = 0.014
const SHARED_MB = 0.37

/** Roughly what has to be fetched to keep a course, in MB with one decimal. */
const weight = (pages: number) => (SHARED_MB + pages * PAGE_MB).toFixed(1)

/** The offer to keep a course on this device, with its size beforehand. */
export function OfflinePanel({ locale, course }: { locale: Locale; course: Course }) {
  const t = useTranslations('courses.offline.download')
  const paths = coursePages(locale, course.id, course.lessons.map(({ id }) => id))
  return (
    <section className="panel narrow stack js-only" aria-labelledby="offline">
      <h2 className="h3" id="offline">{t('title')}</h2>
      <p>{t('text', { size: weight(paths.length) })}</p>
      <OfflineDownload
        paths={paths}
        labels={{
          start: t('start'),
          goOn: t('goOn'),
          again: t('again'),
          some: t.raw('some'),
          working: t.raw('working'),
          done: t('done'),
          stopped: t.raw('stopped'),
          failed: t.raw('failed'),
          none: t('none'),
          shared: t('shared'),
        }}
      />
    </section>
  )
}
