import { z } from 'zod'
import { idSchema } from './ids'
import { distinct, idsUnder, listOf, richSchema } from './kind'
import { type FileRead, type Parsed, readFile } from './read-file'
import type { Rich } from './rich'

export interface Term {
  id: string
  term: string
  meaning: Rich
  /** Words that authors should not use for it; never shown to learners. */
  avoid?: string
  /** The translation of this term still needs a reviewer. */
  draft: boolean
}

export interface Glossary {
  title: string
  draft: boolean
  terms: Term[]
}

const glossarySchema: z.ZodType<Glossary> = z
  .strictObject({
    title: z.string().min(1),
    draft: z.boolean(),
    terms: listOf(
      z.strictObject({
        id: idSchema,
        term: z.string().min(1),
        meaning: richSchema,
        avoid: z.string().min(1).optional(),
        draft: z.boolean(),
      }),
      'terms',
      1,
    ),
  })
  .superRefine(distinct(({ terms }) => idsUnder(terms, 'terms')))

/** Reads `glossary/<locale>.md`. Pure; it never throws. */
export const parseGlossary = (markdown: string, { file }: { file: string }): Parsed<FileRead<Glossary>> =>
  readFile(markdown, file, glossarySchema, (root) => ({
    title: root.heading(1),
    draft: root.leaf('draft', () => true) ?? false,
    terms: root.sections('term', (term) => ({
      id: term.id,
      draft: term.flag('draft') ?? false,
      term: term.heading(2),
      meaning: term.rich(),
      avoid: term.leaf('avoid', (leaf) => leaf.plain()),
    })),
  }))

/** What a translation of the glossary must share. */
export const glossaryStructure = ({ terms }: Glossary) => ({ terms: terms.map(({ id }) => ({ id })) })
