import type { Item } from '@/lib/courses/item'
import type { Rich } from '@/lib/courses/rich'
import type { Answer } from './answer'
import type { Bank } from './bank'
import { sheetOf } from './grade'
import { kinds } from './kinds'
import { isRight, standing, type Try } from './standing'

/** What somebody hears about one item after handing it in. Never the key: only about what they chose. */
export interface ReviewItem {
  /** Its number on the sheet. */
  id: string
  topic: string
  right: boolean
  /** It is about a safety rule. */
  critical: boolean
  /** What was chosen, and what it does for the person. Of an order or a match: what stands in another place. */
  feedback: { text: Rich; feedback: Rich }[]
  reread?: { lesson: string; block: string; title: string }
}

export interface Review {
  attempt: string
  number: number
  passed: boolean
  /** The points are enough; a safety question may still be open. */
  enough: boolean
  /** Answers that fit, of all situations asked since the first try. */
  fits: number
  of: number
  /** How many have to fit. */
  needed: number
  /** How many things there are to look at again. */
  open: number
  items: ReviewItem[]
}

/** A try that was handed in. */
export interface GradedTry extends Try {
  id: string
  number: number
  points: Readonly<Record<string, number>>
  answers: Readonly<Record<string, Answer>>
  passed: boolean
}

/**
 * The answer to a try, from what is stored of it: asking again gives the same.
 * @param earlier the tries before this one, in their order
 */
export function review(bank: Bank, earlier: readonly Try[], { id, number, passed, ...graded }: GradedTry): Review {
  const { families, enough, open } = standing(bank, [...earlier, graded])
  return {
    attempt: id,
    number,
    passed,
    enough,
    fits: families.filter(({ right }) => right).length,
    of: families.length,
    needed: Math.ceil(bank.settings.pass * families.length),
    open: open.length,
    items: sheetOf(bank, graded.itemIds).map(({ id: place, item }) => reviewItem(bank, place, item, graded)),
  }
}

function reviewItem(
  bank: Bank,
  id: string,
  item: Item,
  { points, answers }: Pick<GradedTry, 'points' | 'answers'>,
): ReviewItem {
  const answer = answers[item.id]
  const parts = answer === undefined ? [] : (kinds[item.kind].grade(item, answer)?.feedback ?? [])
  return {
    id,
    topic: item.topic,
    right: isRight(item, points[item.id] ?? 0),
    critical: item.critical !== undefined,
    feedback: parts.map(({ text, feedback }) => ({ text, feedback })),
    ...(item.reread && { reread: { ...item.reread, title: bank.titles[item.reread.lesson] ?? item.reread.lesson } }),
  }
}
