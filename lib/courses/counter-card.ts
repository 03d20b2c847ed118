import { toString } from 'mdast-util-to-string'
import { type DeckCard, parseCardDeck } from './card-deck'
import { type CardRef, readCardRef } from './card-ref'
import type { CardBlock } from './kinds/card'
import type { Manifest } from './manifest'
import { parseLesson } from './parse'
import { trusted } from './revision'
import type { Rich } from './rich'

/** A card for the counter in one language: read in ten seconds, with a person in front of you. */
export interface CounterCard {
  /** Permanent. It says what the card is about, so it never stands in an address. */
  id: string
  /** Its place in the course, from 1: its name in addresses and titles. */
  number: number
  title: string
  /** What stands before the first heading: when to take this card. */
  lead: string
  body: Rich
  lang: string
  /** The translation still needs a reviewer. */
  draft: boolean
  /** Where it comes from. */
  lesson?: { id: string; title: string; lang: string }
}

interface StoredText {
  locale: string
  markdown: string
}

/** The newest texts of what a course keeps its cards in. */
export interface StoredCards {
  manifest: Manifest
  decks: readonly StoredText[]
  lessons: ReadonlyMap<string, readonly (StoredText & { title: string; draft: boolean })[]>
}

/** The cards of a course in one language; one that is not there in it comes in that of the source. */
export function counterCards(stored: StoredCards, locale: string): CounterCard[] {
  const { source } = stored.manifest
  return (stored.manifest.cards ?? []).flatMap((text, index) => {
    const ref = readCardRef(text)
    const [found] = [locale, source].flatMap((lang) => cardIn(stored, ref, lang) ?? [])
    if (!found) return []
    const titles = stored.lessons.get(ref.lesson ?? '')
    const lesson = titles?.find((each) => each.locale === locale) ?? titles?.find((each) => each.locale === source)
    return [
      {
        id: ref.id,
        number: index + 1,
        title: found.card.heading,
        ...parted(found.card.body),
        lang: found.lang,
        draft: found.draft,
        ...(ref.lesson !== undefined &&
          lesson && { lesson: { id: ref.lesson, title: lesson.title, lang: lesson.locale } }),
      },
    ]
  })
}

/** A card from its lesson, or from the deck where this language does not have the lesson yet. */
function cardIn({ decks, lessons }: StoredCards, { id, lesson }: CardRef, lang: string) {
  const text = lessons.get(lesson ?? '')?.find(({ locale }) => locale === lang)
  if (text) {
    const { blocks } = trusted(parseLesson(text.markdown, { file: `${lesson}/${lang}.md` })).document
    const block = blocks.find((each): each is CardBlock => each.kind === 'card' && each.id === id)
    return block && { card: block, lang, draft: text.draft }
  }
  const deck = decks.find(({ locale }) => locale === lang)
  if (!deck) return undefined
  const { cards, draft } = trusted(parseCardDeck(deck.markdown, { file: `cards/${lang}.md` })).document
  const card: DeckCard | undefined = cards.find((each) => each.id === id)
  return card && { card, lang, draft: draft || card.draft }
}

/** The words before the first heading, and the rest. */
function parted({ rich }: Rich): { lead: string; body: Rich } {
  const first = rich.findIndex(({ type }) => type === 'heading')
  const at = first === -1 ? 0 : first
  return { lead: toString(rich.slice(0, at)), body: { rich: rich.slice(at) } }
}

/** The body by its headings, for a face that sets each part apart. What has no heading stands under none. */
export function chapters({ rich }: Rich): { heading?: string; text: Rich }[] {
  const found: { heading?: string; text: Rich }[] = []
  for (const node of rich) {
    if (node.type === 'heading') found.push({ heading: toString(node), text: { rich: [] } })
    else if (found.length === 0) found.push({ text: { rich: [node] } })
    else found.at(-1)?.text.rich.push(node)
  }
  return found
}
