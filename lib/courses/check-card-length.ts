import { readCardRef } from './card-ref'
import { cardLines } from './card-shape'
import type { Fault } from './fault'
import type { CoursePackage } from './package'
import { countWords } from './reading'
import type { Rich } from './rich'

/** A card is read in ten seconds, by someone with a person in front of them, and fits one screen of a phone. */
const most = { lines: 13, words: 90 }

/** Cards for the counter that are too long, in any language. Headings do not count. */
export function cardLengthFaults({ manifest, cards, lessons }: CoursePackage): Fault[] {
  const told = (file: string, line: number, { id, body }: { id: string; body: Rich }): Fault[] => {
    const [lines, words] = [cardLines(body), countWords(body)]
    const message = `the card \`${id}\` has ${lines} lines and ${words} words; the most are ${most.lines} and ${most.words}`
    return lines > most.lines || words > most.words ? [{ file, line, message }] : []
  }
  const inLessons = (manifest.document.cards ?? []).map(readCardRef).flatMap(({ id, lesson }) =>
    (lessons.get(lesson ?? '') ?? []).flatMap(({ file, read }) =>
      read.document.blocks.flatMap((block, index) =>
        block.kind === 'card' && block.id === id ? told(file, read.lineOf(['blocks', index]), block) : [],
      ),
    ),
  )
  const inDecks = cards.flatMap(({ file, read }) =>
    read.document.cards.flatMap((card, index) => told(file, read.lineOf(['cards', index]), card)),
  )
  return [...inLessons, ...inDecks]
}
