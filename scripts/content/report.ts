import type { CoursePackage } from '@/lib/courses/package'
import { countWords, fragments, readingMinutes, sentenceLengths } from '@/lib/courses/reading'
import { locales } from '@/lib/i18n/locales'

/** A lesson takes between three and eight minutes (curriculum §0.4). */
const [shortest, longest] = [3, 8]

/** The table after a check: how long each lesson is in each language, and how long its sentences are. */
export function report(course: CoursePackage): string {
  const { id, lessons } = course.manifest.document
  const lines = [`${id}: ${lessons.length} lessons, no faults`]
  for (const locale of locales) {
    const rows = lessons.flatMap((lesson) => {
      const edition = course.lessons.get(lesson.id)?.find((each) => each.locale === locale)
      if (!edition) return []
      const { document } = edition.read
      const all = fragments(document)
      const words = all.reduce((sum, fragment) => sum + countWords(fragment), 0)
      const sentences = all.flatMap(sentenceLengths)
      const average = sentences.reduce((sum, length) => sum + length, 0) / Math.max(1, sentences.length)
      const minutes = readingMinutes(document)
      const rounded = Math.round(minutes)
      const remark = [
        document.draft && 'draft',
        (rounded < shortest || rounded > longest) && `outside ${shortest}–${longest} minutes`,
      ].filter(Boolean)
      return [
        [
          lesson.id,
          String(words),
          minutes.toFixed(1),
          String(lesson.minutes),
          average.toFixed(1),
          String(Math.max(0, ...sentences)),
          remark.join(', '),
        ],
      ]
    })
    if (rows.length === 0) continue
    const head = ['lesson', 'words', 'minutes', 'planned', 'sentence', 'longest', '']
    lines.push(
      '',
      locale,
      ...[head, ...rows].map((row) =>
        row
          .map((cell, n) => (n === 6 ? cell : cell.padStart(9)))
          .join(' ')
          .trimEnd(),
      ),
    )
  }
  return lines.join('\n')
}
