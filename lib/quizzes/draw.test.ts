import fc from 'fast-check'
import { type Bank, families } from './bank'
import { draw } from './draw'
import { bankOf } from './item.arbitrary'
import { standing, type Try } from './standing'

const anyBank = fc
  .tuple(fc.nat(6), fc.nat(12), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 12 }), fc.nat(4))
  .filter(([critical, others]) => critical + others > 0)
  .map(([critical, others, size, drawn, safety]) =>
    bankOf(critical, others, size, { draw: drawn, critical: safety, pass: 0.8 }),
  )

const familyOf = ({ items }: Bank, id: string) => items.find((item) => item.id === id)!.family!

/** Tries in which each item is answered rightly or not as the list says. */
function play(bank: Bank, rights: readonly boolean[]): Try[] {
  const tries: Try[] = []
  let turn = 0
  for (let round = 0; round < 3; round++) {
    const itemIds = draw(bank, tries, `seed ${round}`)
    tries.push({
      itemIds,
      points: Object.fromEntries(itemIds.map((id) => [id, rights[turn++ % rights.length] ? 1 : 0])),
    })
  }
  return tries
}

const rights = fc.array(fc.boolean(), { minLength: 5, maxLength: 30 })

describe('draw', () => {
  it('gives the same items for the same seed, and others for another', () => {
    const bank = bankOf(6, 12, 3, { draw: 12, critical: 4, pass: 0.8 })
    expect(draw(bank, [], 'a')).toEqual(draw(bank, [], 'a'))
    expect(draw(bank, [], 'a')).not.toEqual(draw(bank, [], 'b'))
  })

  it('takes one item of as many families as asked for, with the safety families asked for', () => {
    fc.assert(
      fc.property(anyBank, fc.uuid(), (bank, seed) => {
        const drawn = draw(bank, [], seed)
        const all = families(bank.items)
        const taken = drawn.map((id) => all.find(({ items }) => items.some((item) => item.id === id))!)
        expect(new Set(taken).size).toBe(Math.min(bank.settings.draw, all.length))
        const safety = all.filter(({ critical }) => critical).length
        const others = all.length - safety
        const fair = Math.min(safety, bank.settings.critical, bank.settings.draw)
        const needed = Math.min(safety, Math.max(fair, bank.settings.draw - others))
        expect(taken.filter(({ critical }) => critical).length).toBe(needed)
      }),
    )
  })

  it('asks again only for what is open, and never for a family that was not drawn at first', () => {
    fc.assert(
      fc.property(anyBank, rights, fc.uuid(), (bank, list, seed) => {
        const tries = play(bank, list)
        const next = draw(bank, tries, seed).map((id) => familyOf(bank, id))
        expect([...next].sort()).toEqual([...standing(bank, tries).open].sort())
        const first = tries[0]!.itemIds.map((id) => familyOf(bank, id))
        for (const family of next) expect(first).toContain(family)
      }),
    )
  })

  it('brings an item that was not asked before, as long as the family has one', () => {
    fc.assert(
      fc.property(anyBank, rights, fc.uuid(), (bank, list, seed) => {
        const tries = play(bank, list)
        const seen = tries.flatMap(({ itemIds }) => [...itemIds])
        for (const id of draw(bank, tries, seed)) {
          const family = bank.items.filter((item) => item.family === familyOf(bank, id))
          const fresh = family.filter((item) => !seen.includes(item.id))
          if (fresh.length > 0) expect(seen).not.toContain(id)
          if (family.length > 1) expect(tries.at(-1)!.itemIds).not.toContain(id)
        }
      }),
    )
  })
})
