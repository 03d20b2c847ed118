import type { Fault } from './fault'
import { type FoundNumber, numbersIn } from './numbers'
import { type CoursePackage, type Edition, type Editions, inLocale } from './package'
import { lineAt, type Phrase, phrasesOf } from './phrases'
import type { Path } from './reader'

/** What course.json says about the numbers of one lesson, or of the bank. */
interface Ledger {
  what: string
  /** Where it stands in course.json. */
  path: Path
  /** A number as it stands, alone or with words around it, and the sources it rests on. */
  figures: Readonly<Record<string, readonly string[]>>
  /** Numbers of invented scenes, and of what the text itself asks: they need no source. */
  story: readonly string[]
  /** Sources that may be named. */
  sources: ReadonlySet<string>
  editions: Editions<unknown>
}

interface Standing extends FoundNumber {
  phrase: Phrase
}

/**
 * Every number in the text of a lesson or of the bank has a source, or is known to belong to a story.
 * In the source language an entry covers a number where both stand alike, word by word; a translation may write the
 * numbers of all entries, in its own way (7,5 for 7.5), and no others.
 */
export const figureFaults = (course: CoursePackage): Fault[] =>
  ledgers(course).flatMap((ledger) => [...textFaults(ledger, course), ...entryFaults(ledger, course)])

function textFaults({ what, figures, story, editions }: Ledger, { manifest }: CoursePackage): Fault[] {
  const entries = [...Object.keys(figures), ...story]
  const values = new Set(entries.flatMap(numbersIn).map(({ value }) => value))
  return editions.flatMap((edition) => {
    const original = edition.locale === manifest.document.source
    const known = (number: Standing) =>
      original ? entries.some((entry) => covers(entry, number)) : values.has(number.value)
    const advice = original
      ? `has no source: name one under \`figures\` of ${what} in course.json, or list it under \`story\``
      : `is not among the numbers of ${what} in course.json`
    return numbersOf(edition)
      .filter((number) => !known(number))
      .map(({ text, start, phrase }) => ({
        file: edition.file,
        line: lineAt(phrase, start),
        message: `\`${text}\` ${advice}`,
      }))
  })
}

/** Entries whose number has gone from the source language, and those that name a source from elsewhere. */
function entryFaults({ what, path, figures, story, sources, editions }: Ledger, { manifest }: CoursePackage): Fault[] {
  const original = inLocale(editions, manifest.document.source)
  if (!original) return []
  const standing = numbersOf(original)
  const told = (list: string, key: PropertyKey, message: string) => ({
    file: 'course.json',
    line: manifest.lineOf([...path, list, key]),
    message,
  })
  const gone = (list: string, key: PropertyKey, entry: string) =>
    standing.some((number) => covers(entry, number))
      ? []
      : [told(list, key, `\`${entry}\` is no number of ${original.file}`)]
  return [
    ...Object.entries(figures).flatMap(([entry, ids]) => [
      ...gone('figures', entry, entry),
      ...ids
        .filter((id) => !sources.has(id))
        .map((id) =>
          told('figures', entry, `\`${entry}\` rests on \`${id}\`, which is not among the sources of ${what}`),
        ),
    ]),
    ...story.flatMap((entry, index) => gone('story', index, entry)),
  ]
}

const numbersOf = ({ text }: Edition<unknown>): Standing[] =>
  phrasesOf(text).flatMap((phrase) => numbersIn(phrase.text).map((number) => ({ ...number, phrase })))

/** Whether an entry stands in the text around a number. `70` covers neither `70%` nor the end of `1970`. */
function covers(entry: string, { start, end, phrase }: Standing): boolean {
  const text = phrase.text.replace(/\s/gu, ' ')
  for (let at = text.indexOf(entry); at !== -1; at = text.indexOf(entry, at + 1))
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
