import { type Bank, type Family, families } from './bank'
import { mixed } from './mix'
import { standing, type Try } from './standing'

/**
 * Which items come next, in the order in which they are asked. The same bank, tries and seed give the same items.
 * First a whole check; then only the families whose standing is not right yet, each with another item where it has one.
 * @returns ids of items; none when the check is passed
 */
export function draw(bank: Bank, tries: readonly Try[], seed: string): string[] {
  const all = families(bank.items)
  const asked = tries.length === 0 ? firstFamilies(bank, all, seed) : openFamilies(bank, all, tries)
  const seen = tries.flatMap(({ itemIds }) => itemIds)
  return mixed(asked, `${seed}/families`).map((family) => nextItem(family, seen, seed))
}

/** As many safety families as the course asks for, or all there are; the rest from the others. */
function firstFamilies({ settings }: Bank, all: readonly Family[], seed: string): Family[] {
  const shuffled = mixed(all, `${seed}/draw`)
  const safety = shuffled.filter(({ critical }) => critical)
  const others = shuffled.filter(({ critical }) => !critical)
  const drawn = [...safety.splice(0, settings.critical), ...others]
  return [...drawn, ...safety].slice(0, settings.draw)
}

function openFamilies(bank: Bank, all: readonly Family[], tries: readonly Try[]): Family[] {
  const open = new Set(standing(bank, tries).open)
  return all.filter(({ id }) => open.has(id))
}

/** One that was not asked yet; when all were, the one that was asked longest ago. */
const nextItem = (family: Family, seen: readonly string[], seed: string): string =>
  mixed(family.items, `${seed}/items`).reduce((best, item) =>
    seen.lastIndexOf(item.id) < seen.lastIndexOf(best.id) ? item : best,
  ).id
