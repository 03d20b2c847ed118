import type { z } from 'zod'
import type { Fault } from './fault'
import { parseMarkdown } from './markdown'
import { type Path, Reader } from './reader'
import { screenMarkdown } from './screen'
import { Section } from './section'

/** Either what was read, or everything that is wrong with it. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; faults: Fault[] }

/** A file that was read without a fault. */
export interface FileRead<T> {
  document: T
  /** Glossary ids that its text points to, and links into lessons, with their lines. */
  terms: Reader['terms']
  links: Reader['links']
  /** The line of a value of the document, by its path; the nearest one above where it has none of its own. */
  lineOf: (path: Path) => number
}

/**
 * Reads one Markdown file of a course in three steps: the bare text, its tree, the rules of its schema.
 * Pure; it never throws, whatever the text.
 * @param file its path in the course folder, for the faults
 * @param read takes everything out of the file, in the shape of the schema
 */
export function readFile<T extends object>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
  read: (root: Section) => object,
): Parsed<FileRead<T>> {
  const faults = screenMarkdown(text, file)
  if (faults.length > 0) return { ok: false, faults }
  const reader = new Reader(file, text)
  const root = new Section(reader, parseMarkdown(text))
  const document = root.made(read(root))
  root.end()
  if (!reader.check(schema, document) || reader.faults.length > 0) return { ok: false, faults: reader.faults }
  const { terms, links } = reader
  return { ok: true, value: { document, terms, links, lineOf: (path) => reader.lineOf(document, path) } }
}
