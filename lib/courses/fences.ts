import { limits } from './limits'

/** The start of a directive that holds others: three or more colons and a name. */
const fence = /^(\s*)(:{3,})(.*)$/

/**
 * Checks that every `:::` fence is closed by a fence of the same length and that fences inside it are shorter.
 * Markdown itself closes an open directive silently where the file ends, which would swallow the rest of a lesson.
 * @returns the faults, with the line (from 1) at which a person has to look
 */
export function checkFences(lines: readonly string[]): { line: number; message: string }[] {
  const faults: { line: number; message: string }[] = []
  const open: { line: number; colons: string; name: string }[] = []
  for (const [index, text] of lines.entries()) {
    const [, indent, colons, rest] = fence.exec(text) ?? []
    if (colons === undefined) continue
    const line = index + 1
    if (indent) faults.push({ line, message: 'a fence starts at the beginning of the line' })
    const holder = open.at(-1)
    if (rest?.trim()) {
      const name = /^[\w-]+/.exec(rest)?.[0] ?? rest.trim()
      const within = holder && `\`${holder.name}\` (line ${holder.line})`
      if (holder && colons.length >= holder.colons.length)
        faults.push({ line, message: `\`${name}\` stands inside ${within}, so its fence needs fewer colons` })
      open.push({ line, colons, name })
      if (open.length > limits.nesting)
        return [...faults, { line, message: `directives are nested more than ${limits.nesting} deep` }]
    } else if (!holder) {
      faults.push({ line, message: 'this fence closes nothing' })
    } else {
      open.pop()
      const opened = `\`${holder.name}\` was opened in line ${holder.line} with ${holder.colons.length} colons`
      if (colons.length !== holder.colons.length)
        faults.push({ line, message: `${opened} and is closed with ${colons.length}` })
    }
  }
  return [...faults, ...open.map(({ line, name }) => ({ line, message: `\`${name}\` is never closed` }))]
}
