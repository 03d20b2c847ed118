import { z } from 'zod'
import { locales } from '@/lib/i18n/locales'
import { cardRefSchema, readCardRef } from './card-ref'
import { idSchema, lessonIdSchema, sourceIdSchema } from './ids'
import { distinct, idsUnder } from './kind'
import { limits } from './limits'
import { readTarget } from './links'
import { type FileRead, type Parsed } from './read-file'
import { readJson } from './read-json'

const pass = z.number().min(0.5).max(1)
const count = z.int().min(0).max(limits.items)

/** The numbers in a text (check-figures.ts): facts with the sources they rest on, and those that belong to a story. */
const numbers = {
  figures: z.record(z.string().min(1).max(60), z.array(sourceIdSchema).min(1)).optional(),
  story: z.array(z.string().min(1).max(60)).optional(),
}

const manifestSchema = z
  .strictObject({
    id: idSchema,
    edition: z.string().min(1).max(20),
    /** The language that fixes the structure of all others. */
    source: z.enum(locales),
    modules: z.array(lessonIdSchema).min(1),
    lessons: z
      .array(
        z.strictObject({
          id: lessonIdSchema,
          module: lessonIdSchema,
          minutes: z.int().min(1).max(60),
          /** The line of work this lesson is for; without it, for everyone. */
          role: idSchema.optional(),
          sources: z.array(sourceIdSchema),
          ...numbers,
        }),
      )
      .min(1),
    /** Suggested orders; the first one is for everyone. */
    paths: z.array(z.strictObject({ id: idSchema, lessons: z.array(lessonIdSchema).min(1) })).min(1),
    /** The final check: families drawn, how many of them about safety, the share of points to reach. */
    check: z.strictObject({ draw: count.min(1), critical: count, pass, ...numbers }),
    /** Cards for the counter, in their order: `lesson#block`, or the id of an entry of `cards/<locale>.md`. */
    cards: z.array(cardRefSchema).max(limits.items).optional(),
  })
  .superRefine(distinct(({ lessons }) => idsUnder(lessons, 'lessons')))
  .superRefine(distinct(({ paths }) => idsUnder(paths, 'paths')))
  .superRefine(distinct(({ modules }) => modules.map((id, index) => [['modules', index], id])))
  .superRefine(distinct(({ cards = [] }) => cards.map((card, index) => [['cards', index], readCardRef(card).id])))
  .superRefine(({ modules, lessons, paths, check }, context) => {
    const say = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message })
    for (const [index, { id, module }] of lessons.entries())
      if (!modules.includes(module))
        say(['lessons', index], `lesson ${id} is in module \`${module}\`, which is not listed`)
    for (const [index, path] of paths.entries())
      for (const [at, id] of path.lessons.entries()) {
        if (!lessons.some((lesson) => lesson.id === id))
          say(['paths', index, 'lessons', at], `there is no lesson \`${id}\``)
        if (path.lessons.indexOf(id) < at)
          say(['paths', index, 'lessons', at], `lesson \`${id}\` stands twice in this path`)
      }
    if (check.critical > check.draw) say(['check', 'critical'], 'more safety families than families are drawn')
  })

/** `course.json`, checked: ids, order, paths, minutes, sources; no sentences. */
export type Manifest = z.infer<typeof manifestSchema>

const sourcesSchema = z.record(
  sourceIdSchema,
  z.strictObject({
    title: z.string().min(1),
    publisher: z.string().min(1).optional(),
    year: z.union([z.int(), z.string().min(1)]).optional(),
    url: z
      .string()
      .refine((url) => readTarget(url)?.to === 'web', 'a source is linked by https://…')
      .optional(),
    /** How far it was seen, and with which limits. */
    note: z.string().min(1).optional(),
  }),
)

/** `sources.json`: a bibliography, by the ids that lessons cite. */
export type Sources = z.infer<typeof sourcesSchema>

export const parseManifest = (text: string, file = 'course.json'): Parsed<FileRead<Manifest>> =>
  readJson(text, file, manifestSchema)

export const parseSources = (text: string, file = 'sources.json'): Parsed<FileRead<Sources>> =>
  readJson(text, file, sourcesSchema)
