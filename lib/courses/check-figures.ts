import type { Fault } from './fault'
import { numbersIn } from './numbers'
import { type CoursePackage, type Editions, inLocale } from './package'
import { lineAt, phrasesOf } from './phrases'
import type { Path } from './reader'

/** What course.json says about the numbers of one lesson, or of the bank. */
interface Ledger {
  what: string
  /** Where it stands in course.json. */
  path: Path
  /** A number as it stands, alone or with words around it, and the sources it rests on. */
  figures: Readonly<Record<string, readonly string[]>>
  /** Numbers of invented scenes and of what the lesson itself asks, which need no source. */
  story: readonly string[]
  /** Sources that may be named. */
  sources: ReadonlySet<string>
  editions: Editions<unknown>
}

/**
 * Every number in the text of a lesson or of the bank has a source, or is known to belong to a story.
 * In the source language an entry covers the number where it stands so, word by word; a translation may write the
 * numbers of all entries, in its own way (7,5 for 7.5), and no others.
 */
export function figureFaults(course: CoursePackage): Fault[] {
  const { manifest } = course
  const { source } = manifest.document
  return ledgers(course).flatMap((ledger) => {
    const { what, path, figures, story, sources, editions } = ledger
    const entries = [...Object.keys(figures), ...story]
    const original = inLocale(editions, source)
    const standing = new Set<string>()
    const told = (line: number, message: string) => ({ file: 'course.json', line, message })
    const uncovered = editions.flatMap(({ file, text, locale }) =>
      phrasesOf(text).flatMap((phrase) =>
        numbersIn(phrase.text)
          .filter((number) => {
            const covering = entries.filter((entry) =>
              locale === source ? covers(entry, phrase.text, number) : numbersIn(entry).some(({ value }) => value === number.value),
            )
            if (locale === source) for (const entry of covering) standing.add(entry)
            return covering.length === 0
          })
          .map(({ text, start }) => ({
            file,
            line: lineAt(phrase, start),
            message:
              locale === source
                ? `\`${text}\` has no source: name one under \`figures\` of ${what} in course.json, or list it under \`story\``
                : `\`${text}\` is not among the numbers of ${what} in course.json`,
          })),
      ),
    )
    return [
      ...uncovered,
      ...(original ? entries : [])
        .filter((entry) => !standing.has(entry))
        .map((entry) =>
          told(manifest.lineOf([...path, entry in figures ? 'figures' : 'story', entry]), `\`${entry}\` is no number of ${original?.file}`),
        ),
      ...Object.entries(figures).flatMap(([entry, ids]) =>
        ids
          .filter((id) => !sources.has(id))
          .map((id) => told(manifest.lineOf([...path, 'figures', entry]), `\`${id}\` is not among the sources of ${what}`)),
      ),
    ]
  })
}

/** Whether an entry stands in the text around this number. `70` does not cover `70%`, nor the end of `1970`. */
function covers(entry: string, text: string, { start, end }: { start: number; end: number }): boolean {
  const plain = text.replace(/\s/gu, ' ')
  for (let at = plain.indexOf(entry); at !== -1; at = plain.indexOf(entry, at + 1))
    if (at <= start && end <= at + entry.length) return true
  return false
}

function ledgers({ manifest, lessons, check }: CoursePackage): Ledger[] {
  const { document } = manifest
  const reread = new Set(check.flatMap(({ read }) => read.document.items.map((item) => item.reread?.lesson)))
  return [
    ...document.lessons.map(({ id, figures = {}, story = [], sources }, index) => ({
      what: `lesson ${id}`,
      path: ['lessons', index],
      figures,
      story,
      sources: new Set(sources),
      editions: lessons.get(id) ?? [],
    })),
    {
      what: 'the check',
      path: ['check'],
      figures: document.check.figures ?? {},
      story: document.check.story ?? [],
      // The bank has no list of its own: whoever doubts an item finds the source in the lesson to reread.
      sources: new Set(document.lessons.filter(({ id }) => reread.has(id)).flatMap(({ sources }) => sources)),
      editions: check,
    },
  ]
}
