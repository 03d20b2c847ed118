import { z } from 'zod'
import { idSchema, lessonIdSchema } from './ids'
import { type Item, itemKinds, type ItemKind, type Part } from './item'
import { distinct, fitSchema, idsUnder, listOf, richSchema } from './kind'
import type { Section } from './section'

/** What the parts of an item are called, and how many there are (prisma/content/README.md, Items). */
const table: Record<ItemKind, { part: string; min: number; max: number }> = {
  single: { part: 'option', min: 3, max: 4 },
  multiple: { part: 'option', min: 4, max: 6 },
  node: { part: 'option', min: 2, max: 4 },
  order: { part: 'step', min: 3, max: 6 },
  match: { part: 'pair', min: 3, max: 5 },
}

/** Reads `:::option`: the words, then what comes back. Its key is `right` or `fit`. */
export const readOption = (section: Section) => ({
  id: section.id,
  right: section.flag('right'),
  fit: section.attribute('fit'),
  text: section.paragraph(),
  feedback: section.rich(),
})

export const readStep = (section: Section) => ({
  id: section.id,
  text: section.paragraph(),
  feedback: section.rich(),
})

export const readPair = (section: Section) => ({
  id: section.id,
  text: section.paragraph(),
  other: section.paragraph(),
  feedback: section.rich(),
})

const readers = { option: readOption, step: readStep, pair: readPair }

/** Reads the inside of `::::item`; which parts it has is for the schema to judge. */
export const readItem = (section: Section) => ({
  id: section.id,
  kind: section.attribute('kind'),
  topic: section.heading(3),
  stem: section.rich(),
  parts: Object.entries(readers).flatMap(([name, read]) => section.sections<object>(name, read)),
})

/** Reads an item of the bank: as in a lesson, with its family, where to reread, and the safety rule it checks. */
export function readBankItem(section: Section) {
  const [lesson, block] = section.attribute('reread')?.split('#') ?? []
  return {
    ...readItem(section),
    family: section.attribute('family'),
    critical: section.attribute('critical'),
    reread: lesson === undefined ? undefined : { lesson, block },
  }
}

export const partSchema: z.ZodType<Part> = z.strictObject({
  id: idSchema,
  text: richSchema,
  other: richSchema.optional(),
  feedback: richSchema,
  right: z.literal(true).optional(),
  fit: fitSchema.optional(),
})

const itemShape = {
  id: idSchema,
  kind: z.enum(itemKinds),
  topic: z.string().min(1),
  stem: richSchema,
  parts: listOf(partSchema, 'options, steps or pairs', 2),
}

const rules = (item: Item, context: z.RefinementCtx<Item>): void => {
  distinct<Item>(({ parts }) => idsUnder(parts, 'parts'))(item, context)
  for (const message of keyFaults(item)) context.addIssue({ code: 'custom', path: ['parts'], message })
}

/** An item of a `quiz` block. */
export const itemSchema: z.ZodType<Item> = z.strictObject(itemShape).superRefine(rules)

/** An item of the bank of the final check. */
export const bankItemSchema: z.ZodType<Item> = z
  .strictObject({
    ...itemShape,
    family: idSchema,
    critical: z
      .string()
      .regex(/^K([1-9]|10)$/, 'a safety rule is K1 to K10')
      .optional(),
    reread: z.strictObject({ lesson: lessonIdSchema, block: idSchema }),
  })
  .superRefine(rules)

/** What is wrong with the parts and the key of an item. */
function keyFaults({ kind, parts }: Item): string[] {
  const { part, min, max } = table[kind]
  const rights = parts.filter(({ right }) => right).length
  const bests = parts.filter(({ fit }) => fit === 'best').length
  const keyed = kind === 'single' || kind === 'multiple' ? 'right' : kind === 'node' ? 'fit' : undefined
  const faults: [boolean, string][] = [
    [
      parts.length < min || parts.length > max,
      `\`${kind}\` has ${min}–${max} of \`${part}\`, here are ${parts.length}`,
    ],
    [parts.some(({ other }) => (kind === 'match') !== (other !== undefined)), `\`${kind}\` is made of \`${part}\``],
    [keyed !== 'right' && rights > 0, `\`${kind}\` takes no \`right\``],
    [keyed !== 'fit' && parts.some(({ fit }) => fit), `\`${kind}\` takes no \`fit\``],
    [kind === 'single' && rights !== 1, `exactly one option must be \`right\`, here are ${rights}`],
    [
      kind === 'multiple' && (rights === 0 || rights === parts.length),
      'one or more options must be `right`, and one or more not',
    ],
    [kind === 'node' && parts.some(({ fit }) => !fit), 'every option needs a `fit`'],
    [kind === 'node' && bests !== 1, `exactly one option must have \`fit=best\`, here are ${bests}`],
  ]
  return faults.filter(([wrong]) => wrong).map(([, message]) => message)
}

/** What a translation of an item must share. */
export const itemStructure = ({ id, kind, parts, family, critical, reread }: Item) => ({
  id,
  kind,
  family,
  critical,
  reread,
  parts: parts.map((part) => ({ id: part.id, right: part.right, fit: part.fit })),
})
