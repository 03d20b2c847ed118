import { z } from 'zod'
import { hashText } from './hash'
import type { LessonDocument } from './lesson'

/**
 * What is stored about each block of a lesson beside its text (`LessonText.blocks`, in order): enough to plan
 * and to tell which translations are outdated, without parsing the lesson again.
 */
export const blockMarksSchema = z.array(
  z.object({
    id: z.string(),
    kind: z.string(),
    instead: z.string().optional(),
    /** Hash of the text of the block. */
    hash: z.string(),
    /** Hash that the block of the source language had when this one was made from it. */
    from: z.string(),
  }),
)

export type BlockMark = z.infer<typeof blockMarksSchema>[number]

interface Marked {
  document: LessonDocument
  texts: ReadonlyMap<string, string>
}

/**
 * Marks the blocks of one language.
 * A block whose words did not change since the revision before keeps the source that it was made from:
 * so a translation is outdated from the day its source changed until its own words do.
 * @param source the same lesson in the source language; itself for the source language
 * @param before marks of this language in the revision before
 */
export function markBlocks(
  { document, texts }: Marked,
  source: Marked,
  before: readonly BlockMark[] = [],
): BlockMark[] {
  return document.blocks.map(({ id, kind, instead }) => {
    const hash = hashText(texts.get(id) ?? '')
    const kept = source.texts === texts ? undefined : before.find((mark) => mark.id === id && mark.hash === hash)
    return {
      id,
      kind,
      ...(instead !== undefined && { instead }),
      hash,
      from: kept?.from ?? hashText(source.texts.get(id) ?? ''),
    }
  })
}

/** Ids of the blocks whose source has changed since they were translated. */
export const outdated = (marks: readonly BlockMark[], source: readonly BlockMark[]): string[] =>
  marks.filter(({ id, from }) => source.find((mark) => mark.id === id)?.hash !== from).map(({ id }) => id)
