import { z } from 'zod'
import { idSchema, lessonIdSchema } from './ids'
import { distinct, idsUnder, listOf } from './kind'
import { type FileRead, type Parsed, readFile } from './read-file'

/** The course in the words of one language: what it is, its modules and paths. */
export interface About {
  title: string
  draft: boolean
  summary: string
  modules: { id: string; title: string }[]
  /** For whom, and what it gives. */
  paths: { id: string; title: string; text: string }[]
}

const words = z.string().min(1)

const aboutSchema: z.ZodType<About> = z
  .strictObject({
    title: words,
    draft: z.boolean(),
    summary: words,
    modules: listOf(z.strictObject({ id: lessonIdSchema, title: words }), 'modules', 1),
    paths: listOf(z.strictObject({ id: idSchema, title: words, text: words }), 'paths', 1),
  })
  .superRefine(distinct(({ modules }) => idsUnder(modules, 'modules')))
  .superRefine(distinct(({ paths }) => idsUnder(paths, 'paths')))

/** Reads `<locale>.md` of a course. Pure; it never throws. */
export const parseAbout = (markdown: string, { file }: { file: string }): Parsed<FileRead<About>> =>
  readFile(markdown, file, aboutSchema, (root) => ({
    title: root.heading(1),
    draft: root.leaf('draft', () => true) ?? false,
    summary: root.section('summary', (summary) => summary.words()),
    modules: root.sections('module', (module) => ({ id: module.id, title: module.heading(2) })),
    paths: root.sections('path', (path) => ({ id: path.id, title: path.heading(2), text: path.words() })),
  }))

/** What a translation of the course text must share. */
export const aboutStructure = ({ modules, paths }: About) => ({
  modules: modules.map(({ id }) => ({ id })),
  paths: paths.map(({ id }) => ({ id })),
})
