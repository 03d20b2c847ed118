import { useTranslations } from 'next-intl'
import type { getCourse } from '@/lib/courses/queries'
import { href } from '@/lib/i18n/href'
import { type Locale, written } from '@/lib/i18n/locales'
import { bedDouble, bookOpen, buildingComplex, graduationCap, siren, stethoscope } from '../ui/glyphs'
import { Icon } from '../ui/icon'

type Course = Awaited<ReturnType<typeof getCourse>>

const glyphs: Record<string, string> = {
  health: stethoscope,
  social: buildingComplex,
  police: siren,
  school: graduationCap,
  reception: bedDouble,
}

/** Paths by role, each with what it gives and the time it needs. */
export function PathList({ locale, course, paths }: { locale: Locale; course: Course; paths: Course['paths'] }) {
  const t = useTranslations('courses.catalogue')
  return (
    <ul className="plain roles">
      {paths.map((path) => {
        const minutes = course.lessons
          .filter((lesson) => path.lessons.includes(lesson.id))
          .reduce((sum, lesson) => sum + lesson.minutes, 0)
        return (
          <li key={path.id}>
            <a href={href(locale, `/courses/${course.id}#path-${path.id}`)}>
              <Icon of={glyphs[path.id] ?? bookOpen} />
              <span className="roles-t"><bdi {...written(course.lang)}>{path.title}</bdi></span>
            </a>
            <p><bdi {...written(course.lang)}>{path.text}</bdi></p>
            <p className="muted small">
              {t('lessons', { count: path.lessons.length })}, {t('minutes', { count: minutes })}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
