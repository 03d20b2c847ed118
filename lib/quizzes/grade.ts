import { Refused } from '@/lib/access/errors'
import type { Item } from '@/lib/courses/item'
import type { Answer } from './answer'
import type { Bank } from './bank'
import { kinds } from './kinds'
import { type PublicItem, readAnswer } from './sheet'

/** The items of a try in the order in which they are asked, each under its number on the sheet. */
export function sheetOf(bank: Bank, itemIds: readonly string[]): { id: string; item: Item }[] {
  const items = new Map(bank.items.map((item) => [item.id, item]))
  return itemIds.flatMap((itemId, place) => {
    const item = items.get(itemId)
    return item ? [{ id: String(place + 1), item }] : []
  })
}

/** What the browser gets. */
export const openSheet = (bank: Bank, itemIds: readonly string[], seed: string): PublicItem[] =>
  sheetOf(bank, itemIds).map(({ id, item }) => ({ id, ...kinds[item.kind].open(item, seed) }))

export interface Graded {
  /** By the ids of the bank; what was not answered is not in it. */
  answers: Record<string, Answer>
  /** By the ids of the bank, for every item that was asked. */
  points: Record<string, number>
}

/**
 * Grades what was handed in; an unanswered item earns nothing.
 * @param given by the ids of the sheet
 * @throws {Refused} `quizzes.errors.notDrawn` when it answers what was not asked, `quizzes.errors.badAnswer` when an
 *   answer cannot be given to its item
 */
export function gradeSheet(
  bank: Bank,
  itemIds: readonly string[],
  seed: string,
  given: Readonly<Record<string, Answer>>,
): Graded {
  const sheet = sheetOf(bank, itemIds)
  const asked = new Set(sheet.map(({ id }) => id))
  if (Object.keys(given).some((id) => !asked.has(id))) throw new Refused('quizzes.errors.notDrawn')
  const graded: Graded = { answers: {}, points: {} }
  for (const { id, item } of sheet) {
    graded.points[item.id] = 0
    if (!Object.hasOwn(given, id)) continue
    const answer = readAnswer(item, seed, given[id]!)
    const grade = answer === undefined ? undefined : kinds[item.kind].grade(item, answer)
    if (!grade) throw new Refused('quizzes.errors.badAnswer')
    graded.answers[item.id] = grade.answer
    graded.points[item.id] = grade.points
  }
  return graded
}
