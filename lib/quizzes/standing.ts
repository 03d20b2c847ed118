import type { Item } from '@/lib/courses/item'
import { type Bank, families } from './bank'
import { kinds } from './kinds'

/** One try at the check: what was drawn and, once it was handed in, the points of each item. */
export interface Try {
  itemIds: readonly string[]
  points?: Readonly<Record<string, number>> | undefined
}

/** Where someone stands with one family: their latest answer to one of its items. */
interface FamilyStanding {
  family: string
  critical: boolean
  points: number
  right: boolean
}

export interface Standing {
  families: FamilyStanding[]
  /** Share of all points, between 0 and 1. */
  share: number
  /** The share is reached; safety questions may still be open. */
  enough: boolean
  passed: boolean
  /** Families to be asked again. */
  open: string[]
}

export const isRight = (item: Item, points: number): boolean => points >= kinds[item.kind].rightFrom

/** Thirds and tenths do not add up exactly. */
const rounding = 1e-9

/**
 * What all tries of one candidate together amount to. The first try fixes the families; for each of them the
 * latest answer counts (curriculum §7.2: enough points, and every safety item right in the end).
 * @param tries in the order in which they were drawn, at least one
 */
export function standing({ items, settings }: Bank, tries: readonly Try[]): Standing {
  const first = new Set(tries[0]?.itemIds)
  const asked = families(items).filter((family) => family.items.some(({ id }) => first.has(id)))
  const found = asked.map((family): FamilyStanding => {
    const latest = tries.flatMap(({ points }) => family.items.flatMap((item) => pointsOf(item, points))).at(-1)
    const points = latest?.points ?? 0
    return { family: family.id, critical: family.critical, points, right: !!latest && isRight(latest.item, points) }
  })
  const share = found.reduce((sum, { points }) => sum + points, 0) / Math.max(1, found.length)
  const enough = found.length > 0 && share + rounding >= settings.pass
  const passed = enough && found.every(({ critical, right }) => right || !critical)
  return { families: found, share, enough, passed, open: passed ? [] : toAskAgain(found) }
}

const pointsOf = (item: Item, points: Try['points']): { item: Item; points: number }[] => {
  const earned = points?.[item.id]
  return earned === undefined ? [] : [{ item, points: earned }]
}

/** What is not right yet. Where everything is good enough and the sum is not, what could still earn more. */
function toAskAgain(found: readonly FamilyStanding[]): string[] {
  const wrong = found.filter(({ right }) => !right)
  return (wrong.length > 0 ? wrong : found.filter(({ points }) => points < 1)).map(({ family }) => family)
}
