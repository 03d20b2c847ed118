import { z } from 'zod'
import { idSchema } from './ids'
import { distinct, idsUnder, listOf, richSchema } from './kind'
import { type FileRead, type Parsed, readFile } from './read-file'
import type { Rich } from './rich'

/** A card as it stands in `cards/<locale>.md`. */
export interface DeckCard {
  id: string
  heading: string
  body: Rich
  /** The translation of this card still needs a reviewer. */
  draft: boolean
}

/** The cards of one language that stand in no lesson, or whose lesson is not yet there in this language. */
export interface CardDeck {
  title: string
  draft: boolean
  cards: DeckCard[]
}

const deckSchema: z.ZodType<CardDeck> = z
  .strictObject({
    title: z.string().min(1),
    draft: z.boolean(),
    cards: listOf(
      z.strictObject({ id: idSchema, heading: z.string().min(1), body: richSchema, draft: z.boolean() }),
      'cards',
      1,
    ),
  })
  .superRefine(distinct(({ cards }) => idsUnder(cards, 'cards')))

/** Reads `cards/<locale>.md`. Pure; it never throws. */
export const parseCardDeck = (markdown: string, { file }: { file: string }): Parsed<FileRead<CardDeck>> =>
  readFile(markdown, file, deckSchema, (root) => ({
    title: root.heading(1),
    draft: root.leaf('draft', () => true) ?? false,
    cards: root.sections('card', (card) => ({
      id: card.id,
      draft: card.flag('draft') ?? false,
      heading: card.heading(2),
      body: card.chapters(),
    })),
  }))
