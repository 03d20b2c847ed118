import { longSentences } from '@/lib/courses/check-length'
import { listFaults } from '@/lib/courses/fault'
import type { CoursePackage } from '@/lib/courses/package'
import { countWords, fragments, readingMinutes, sentenceLengths } from '@/lib/courses/reading'
import { locales } from '@/lib/i18n/locales'

/** The table after a check: how long lessons and their sentences are, by language, and which sentences are too long. */
export function report(course: CoursePackage): string {
  const { id, lessons } = course.manifest.document
  const lines = [`${id}: ${lessons.length} lessons`]
  for (const locale of locales) {
    const rows = lessons.flatMap((lesson) => {
      const edition = course.lessons.get(lesson.id)?.find((each) => each.locale === locale)
      if (!edition) return []
      const { document } = edition.read
      const all = fragments(document)
      const words = all.reduce((sum, fragment) => sum + countWords(fragment), 0)
      const sentences = all.flatMap(sentenceLengths)
      const average = sentences.reduce((sum, length) => sum + length, 0) / Math.max(1, sentences.length)
      return [
        [
          lesson.id,
          String(words),
          readingMinutes(document).toFixed(1),
          String(lesson.minutes),
          average.toFixed(1),
          String(Math.max(0, ...sentences)),
          document.draft ? 'draft' : '',
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
  const long = longSentences(course)
  if (long.length > 0) lines.push('', 'long sentences, to be read aloud once more', listFaults(long))
  return lines.join('\n')
}
