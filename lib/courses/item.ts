import type { Fit } from './block'
import type { Rich } from './rich'

export const itemKinds = ['single', 'multiple', 'node', 'order', 'match'] as const
export type ItemKind = (typeof itemKinds)[number]

/** An option, step or pair of an item: what is shown, what comes back, and (never sent before an answer) the key. */
export interface Part {
  id: string
  text: Rich
  /** The right-hand side of a pair. */
  other?: Rich
  feedback: Rich
  /** Key of `single` and `multiple`. */
  right?: boolean
  /** Key of `node`. */
  fit?: Fit
}

/**
 * A question, as written in a `quiz` block or in the bank of the final check.
 * For `order` the parts stand in their right order.
 */
export interface Item {
  id: string
  kind: ItemKind
  /** Short heading: what the item is about; shown in the review. */
  topic: string
  stem: Rich
  parts: Part[]
  /** Bank only: items of one family are parallel. */
  family?: string
  /** Bank only: the safety rule, K1–K10, that must be right in the end. */
  critical?: string
  /** Bank only: where to read again. */
  reread?: { lesson: string; block: string }
}
