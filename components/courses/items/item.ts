import type { ReactNode } from 'react'
import type { ItemKind } from '@/lib/courses/item'

/** What a person answers: one id, several, all in an order, or a right-hand id for each left-hand one. */
export type Answer = string | string[] | Record<string, string>

/** An item as it is asked: parts in the order in which they are shown, and nothing that tells the answer. */
export interface AskedItem {
  kind: ItemKind
  parts: { id: string; text: ReactNode }[]
  /** The right-hand sides of `match`; words only, because they become options of a native list. */
  others?: { id: string; text: string }[]
}

/** The pairs of an answer to a `match` item; none for any other answer. */
export const pairsOf = (answer: Answer | undefined): Record<string, string> =>
  typeof answer === 'object' && !Array.isArray(answer) ? answer : {}
