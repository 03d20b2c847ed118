import { useMessages, useTranslations } from 'next-intl'
import { dayWords } from '@/lib/i18n/day'
import type { getCoursePlan, getFirstCourse } from '@/lib/courses/queries'
import { href, lessonPath } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'
import { OwnCertificates } from './own-certificates'
import '../ui/styles/check.css'
import '../ui/styles/certificates.css'

type Course = Awaited<ReturnType<typeof getFirstCourse>>
type Plan = Awaited<ReturnType<typeof getCoursePlan>>

/** Your certificates: the frame is the same for everyone, the rest is asked for on the device. */
export function CertificatesView({ locale, course, plan }: { locale: Locale; course: Course; plan: Plan }) {
  const t = useTranslations('certificates.own')
  const { access, certificates } = useMessages()
  return (
    <main id="main" className="page wrap" tabIndex={-1}>
      <div className="check-col stack">
        <h1 className="h2">{t('title')}</h1>
        <p className="read">{t('lead')}</p>
        <noscript>
          <p className="note">{t('noScript')}</p>
        </noscript>
        <div className="js-only">
          <OwnCertificates
            locale={locale}
            course={{
              id: course.id,
              lessons: course.lessons.map((lesson) => ({
                id: lesson.id,
                title: lesson.title,
                lang: lesson.lang,
                href: href(locale, lessonPath(course.id, lesson.id)),
                blocks: plan.lessons.find(({ id }) => id === lesson.id)?.blocks ?? [],
              })),
              paths: course.paths.map(({ id, title, lessons }) => ({ id, title, lang: course.lang, lessons })),
            }}
            labels={certificates.own}
            errors={{ access: access.errors, certificates: certificates.errors }}
            day={dayWords(locale)}
          />
        </div>
        <p><a className="link" href={href(locale, '/verify')}>{t('verify')}</a></p>
      </div>
    </main>
  )
}
