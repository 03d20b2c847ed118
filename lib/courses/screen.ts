import { checkFences } from './fences'
import type { Fault } from './fault'
import { limits } from './limits'

/** Quotes, list markers and deep indents that open a line: each opens one level of nesting. */
const markers = /^(?:\s*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))*/
/**
 * Control characters, the replacement character of broken UTF-8, and the characters that reorder text
 * on the screen, so that a reviewer would read something else than what is there (Unicode TR36, bidi overrides).
 */
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/u

/** Looks at the bare text of any file: size and characters. */
export function screenText(text: string, file: string): Fault[] {
  if (Buffer.byteLength(text) > limits.fileBytes)
    return [{ file, line: 1, message: `the file is larger than ${limits.fileBytes / 1024} KB` }]
  return text.split('\n').flatMap((line, index) => {
    const character = forbidden.exec(line)?.[0]
    return character ? [{ file, line: index + 1, message: `the character ${codePoint(character)} is not allowed` }] : []
  })
}

/**
 * Looks at the bare text of a Markdown file before it is parsed: also nesting, fences and paragraphs.
 * A file that passes cannot make the parser slow or its tree deep.
 */
export function screenMarkdown(text: string, file: string): Fault[] {
  const faults = screenText(text, file)
  if (Buffer.byteLength(text) > limits.fileBytes) return faults
  const lines = text.split('\n')
  faults.push(...checkFences(lines).map((fault) => ({ file, ...fault })))
  let paragraph = 0
  for (const [index, content] of lines.entries()) {
    const at = (message: string): void => void faults.push({ file, line: index + 1, message })
    if (nesting(content) > limits.nesting) at(`lists and quotes are nested more than ${limits.nesting} deep`)
    const before = paragraph
    paragraph = content.trim() === '' ? 0 : paragraph + content.length + 1
    if (before <= limits.paragraph && paragraph > limits.paragraph)
      at(`more than ${limits.paragraph} characters without a blank line`)
  }
  return faults
}

const codePoint = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

function nesting(line: string): number {
  const prefix = markers.exec(line)?.[0] ?? ''
  const indent = /^\s*/.exec(line)?.[0].length ?? 0
  return prefix.replace(/\d+|\s/g, '').length + Math.floor(indent / 4)
}
