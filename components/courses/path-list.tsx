import { BedDouble, BookOpen, Building2, GraduationCap, type LucideIcon, Siren, Stethoscope } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { getCourse } from '@/lib/courses/queries'
import { href } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'

type Course = Awaited<ReturnType<typeof getCourse>>

const icons: Record<string, LucideIcon> = {
  health: Stethoscope,
  social: Building2,
  police: Siren,
  school: GraduationCap,
  reception: BedDouble,
}

/** Paths by role, each with what it gives and the time it needs. */
export function PathList({ locale, course, paths }: { locale: Locale; course: Course; paths: Course['paths'] }) {
  const t = useTranslations('courses.catalogue')
  return (
    <ul className="plain roles">
      {paths.map((path) => {
        const Icon = icons[path.id] ?? BookOpen
        const minutes = course.lessons
          .filter((lesson) => path.lessons.includes(lesson.id))
          .reduce((sum, lesson) => sum + lesson.minutes, 0)
        return (
          <li key={path.id}>
            <a href={href(locale, `/courses/${course.id}#path-${path.id}`)}>
              <Icon className="i" strokeWidth={1.75} aria-hidden />
              <span className="roles-t" lang={course.lang}>{path.title}</span>
            </a>
            <p lang={course.lang}>{path.text}</p>
            <p className="muted small">
              {t('lessons', { count: path.lessons.length })}, {t('minutes', { count: minutes })}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
