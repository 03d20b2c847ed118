import type { Fault } from './fault'
import { type CoursePackage, type Edition, inLocale } from './package'
import type { FileRead } from './read-file'

/** Everything that one file of a course says about another, and that is not there. */
export function referenceFaults(course: CoursePackage): Fault[] {
  const { manifest, sources, about, glossary, check, cards, lessons } = course
  const { source } = manifest.document
  const terms = inLocale(glossary, source)?.read.document.terms.map(({ id }) => id)
  const target = (lesson: string, block: string | undefined): string | undefined => {
    const original = inLocale(lessons.get(lesson) ?? [], source)
    if (!original) return `there is no lesson \`${lesson}\``
    const known = block === undefined || original.read.document.blocks.some(({ id }) => id === block)
    return known ? undefined : `lesson ${lesson} has no block \`${block}\``
  }
  const lessonTexts = [...lessons.values()].flat()
  const everyText: Edition<FileRead<unknown>>[] = [...about, ...glossary, ...check, ...lessonTexts, ...cards]
  const pointing = everyText.find(({ read }) => read.terms.length > 0)
  return [
    ...(terms || !pointing
      ? []
      : tell(pointing.file, pointing.read.terms[0]?.line ?? 1, `\`glossary/${source}.md\` is missing`)),
    ...everyText.flatMap(({ file, read }) => [
      ...read.terms
        .filter(({ id }) => terms && !terms.includes(id))
        .map(({ id, line }) => ({ file, line, message: `the glossary has no term \`${id}\`` })),
      ...read.links.flatMap(({ lesson, block, line }) => tell(file, line, target(lesson, block))),
    ]),
    ...check.flatMap(({ file, read }) =>
      read.document.items.flatMap(({ reread }, index) =>
        tell(file, read.lineOf(['items', index]), reread && target(reread.lesson, reread.block)),
      ),
    ),
    ...manifest.document.lessons.flatMap((lesson, index) =>
      lesson.sources
        .filter((id) => !Object.hasOwn(sources.document, id))
        .map((id) => ({
          file: 'course.json',
          line: manifest.lineOf(['lessons', index]),
          message: `sources.json has no source \`${id}\``,
        })),
    ),
  ]
}

const tell = (file: string, line: number, message: string | undefined): Fault[] =>
  message ? [{ file, line, message }] : []
