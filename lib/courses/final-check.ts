import { z } from 'zod'
import type { Item } from './item'
import { distinct, idsUnder, listOf } from './kind'
import { type FileRead, type Parsed, readFile } from './read-file'
import { bankItemSchema, itemStructure, readBankItem } from './read-items'

/** The bank of the final check in one language, keys included: never send it to a browser. */
export interface FinalCheck {
  title: string
  draft: boolean
  items: Item[]
}

const finalCheckSchema: z.ZodType<FinalCheck> = z
  .strictObject({ title: z.string().min(1), draft: z.boolean(), items: listOf(bankItemSchema, 'items', 1) })
  .superRefine(distinct(({ items }) => idsUnder(items, 'items')))

/** Reads `check/<locale>.md`. Pure; it never throws. */
export const parseFinalCheck = (markdown: string, { file }: { file: string }): Parsed<FileRead<FinalCheck>> =>
  readFile(markdown, file, finalCheckSchema, (root) => ({
    title: root.heading(1),
    draft: root.leaf('draft', () => true) ?? false,
    items: root.sections('item', readBankItem),
  }))

/** What a translation of the bank must share: every id and every key. */
export const finalCheckStructure = ({ items }: FinalCheck) => ({ items: items.map(itemStructure) })

/**
 * Whether the bank can be drawn as the course asks: enough families, enough of them about a safety rule,
 * and in each a parallel item for the next try.
 * @returns sentences, with the index of the item at which to look
 */
export function drawFaults(items: readonly Item[], { draw, critical }: { draw: number; critical: number }) {
  const families = new Map<string, { first: number; members: Item[] }>()
  for (const [index, item] of items.entries()) {
    const id = item.family ?? item.id
    const family = families.get(id) ?? { first: index, members: [] }
    families.set(id, { ...family, members: [...family.members, item] })
  }
  const faults: { index: number; message: string }[] = []
  const safety = [...families.values()].filter(({ members }) => members.some((item) => item.critical)).length
  if (families.size < draw)
    faults.push({ index: 0, message: `${draw} families are drawn, the bank has ${families.size}` })
  if (safety < critical)
    faults.push({ index: 0, message: `${critical} safety families are drawn, the bank has ${safety}` })
  for (const [id, { first, members }] of families) {
    if (members.length < 2) faults.push({ index: first, message: `the family \`${id}\` needs a second, parallel item` })
    if (new Set(members.map((item) => item.critical)).size > 1)
      faults.push({ index: first, message: `the items of the family \`${id}\` must have the same \`critical\`` })
  }
  return faults
}
