import { z } from 'zod'
import { distinct, idsUnder, richSchema } from './kind'
import { isKindName, kindOf, kinds } from './kinds'
import type { Block, LessonDocument } from './lesson'
import { limits } from './limits'
import { type FileRead, type Parsed, readFile } from './read-file'
import type { Section } from './section'

/** A lesson that was read without a fault. */
export interface ParsedLesson extends FileRead<LessonDocument> {
  /** The text of each block as it stands in the file, by block id. */
  texts: ReadonlyMap<string, string>
}

/** What holds for a lesson as a whole; each block is judged by its kind. */
const lessonSchema: z.ZodType<LessonDocument> = z
  .strictObject({
    title: z.string().min(1),
    draft: z.boolean(),
    aim: richSchema,
    note: z.string().min(1).optional(),
    blocks: z.array(z.custom<Block>()).min(1, 'a lesson needs blocks').max(limits.blocks),
  })
  .superRefine(distinct(({ blocks }) => idsUnder(blocks, 'blocks')))
  .superRefine(({ blocks }, context) => {
    const say = (index: number, message: string) =>
      context.addIssue({ code: 'custom', path: ['blocks', index], message })
    const cards = new Set(blocks.filter(({ kind }) => kind === 'card').map(({ id }) => id))
    for (const [index, { id, kind, instead }] of blocks.entries()) {
      const last = index === blocks.length - 1
      if (instead !== undefined && (!cards.has(instead) || instead === id))
        say(index, `\`instead\` must name another block of this lesson that is a card, not \`${instead}\``)
      if (last && kind !== 'today') say(index, 'the last block of a lesson is `today`')
      if (!last && kind === 'today') say(index, 'a lesson has one `today` block, the last')
    }
  })

/**
 * Reads a lesson (format: prisma/content/README.md). Pure; it never throws, whatever the text.
 * @param markdown the whole file
 * @param options.file its path in the course folder, for the faults
 * @param options.glossary ids of the terms that exist; without it they are not checked
 */
export function parseLesson(
  markdown: string,
  { file, glossary }: { file: string; glossary?: ReadonlySet<string> },
): Parsed<ParsedLesson> {
  const texts = new Map<string, string>()
  const parsed = readFile(markdown, file, lessonSchema, (root) => ({
    title: root.heading(1),
    draft: root.leaf('draft', () => true) ?? false,
    aim: root.section('aim', (aim) => aim.rich()),
    note: root.leaf('note', (note) => note.plain()),
    blocks: readBlocks(root, texts),
  }))
  if (!parsed.ok) return parsed
  const faults = parsed.value.terms
    .filter(({ id }) => glossary && !glossary.has(id))
    .map(({ id, line }) => ({ file, line, message: `the glossary has no term \`${id}\`` }))
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: { ...parsed.value, texts } }
}

/** Reads every directive that stands next. One with faults stays, so that the lesson as a whole can be judged too. */
function readBlocks(root: Section, texts: Map<string, string>): object[] {
  const blocks: object[] = []
  for (let name = root.nextName; name !== undefined; name = root.nextName) {
    const block = root.section(name, readBlock)
    if (block) blocks.push(block)
  }
  return blocks

  function readBlock(section: Section): object | undefined {
    const { reader, name, node, id } = section
    if (!isKindName(name)) {
      section.skip()
      reader.fault(node, `there is no block \`${name}\`; the kinds are ${Object.keys(kinds).join(', ')}`)
      return undefined
    }
    const kind = kindOf(name)
    const heading = section.heading(2)
    const note = section.leaf('note', (leaf) => leaf.plain())
    if (kind.needsNote && !note) reader.fault(node, `\`${name}\` needs a \`::note[…]\` right after its heading`)
    const instead = section.attribute('instead')
    const block = section.made({ id, kind: name, heading, note, instead, ...kind.parse(section) })
    reader.check(kind.schema, block)
    if (id !== undefined) texts.set(id, reader.source(node))
    return block
  }
}
