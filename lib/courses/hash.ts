import { createHash } from 'node:crypto'

/** sha256 of texts under names, in whatever order they come. Lengths keep one text from running into the next. */
export function hashTexts(texts: Iterable<readonly [name: string, text: string]>): string {
  const hash = createHash('sha256')
  for (const [name, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${name.length}:${name}${text.length}:${text}`)
  return hash.digest('hex')
}

export const hashText = (text: string): string => createHash('sha256').update(text).digest('hex')
