import type { DeckCard } from './card-deck'
import { type CardRef, readCardRef } from './card-ref'
import { cardShape } from './card-shape'
import type { Fault } from './fault'
import type { CardBlock } from './kinds/card'
import { type CoursePackage, inLocale } from './package'
import { firstDifference } from './structure'

/**
 * The cards for the counter: each is written somewhere, each only once in every language,
 * and a translation has the lines of its source.
 */
export function cardFaults(course: CoursePackage): Fault[] {
  const { manifest, cards, lessons } = course
  const refs = (manifest.document.cards ?? []).map(readCardRef)
  return [
    ...refs.flatMap((ref, index) => {
      const message = missing(ref, course)
      return message ? [{ file: 'course.json', line: manifest.lineOf(['cards', index]), message }] : []
    }),
    ...cards.flatMap(({ file, locale, read }) =>
      read.document.cards.flatMap((card, index) => {
        const path = ['cards', index]
        const told = (message: string, at: PropertyKey[] = path) => [{ file, line: read.lineOf(at), message }]
        const ref = refs.find(({ id }) => id === card.id)
        if (!ref) return told(`course.json lists no card \`${card.id}\``)
        const { lesson } = ref
        if (lesson !== undefined && inLocale(lessons.get(lesson) ?? [], locale))
          return told(`the card \`${card.id}\` stands in ${lesson}/${locale}.md already`)
        const original = originalOf(ref, course)
        const found = original && firstDifference(cardShape(original.body), cardShape(card.body), [...path, 'body'])
        return found ? told(found.message, found.path) : []
      }),
    ),
  ]
}

/** What keeps a card from being shown, in the source language. */
function missing(ref: CardRef, course: CoursePackage): string | undefined {
  const { source } = course.manifest.document
  const original = originalOf(ref, course)
  if (!original)
    return ref.lesson === undefined
      ? `\`cards/${source}.md\` has no card \`${ref.id}\``
      : `lesson ${ref.lesson} has no card \`${ref.id}\``
  // At the counter nothing is opened first: a card that needs a note does not belong there.
  return 'note' in original && original.note !== undefined
    ? `the card \`${ref.id}\` has a content note, so it cannot be read at the counter`
    : undefined
}

/** The card in the source language, which all others follow. */
function originalOf(
  { id, lesson }: CardRef,
  { manifest, cards, lessons }: CoursePackage,
): CardBlock | DeckCard | undefined {
  const { source } = manifest.document
  if (lesson === undefined) return inLocale(cards, source)?.read.document.cards.find((card) => card.id === id)
  const block = inLocale(lessons.get(lesson) ?? [], source)?.read.document.blocks.find((each) => each.id === id)
  return block?.kind === 'card' ? block : undefined
}
