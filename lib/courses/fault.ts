/** Something wrong in a file of a course, told to the person who wrote it. */
export interface Fault {
  /** Path inside the course folder, `6.3/nl.md`. */
  file: string
  /** Counted from 1. */
  line: number
  /** One sentence without a full stop: what is wrong, and where it helps, what would be right. */
  message: string
}

/** One fault a line, `file:line message`, in the order of the files. */
export const listFaults = (faults: readonly Fault[]): string =>
  [...faults]
    .sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line)
    .map(({ file, line, message }) => `${file}:${line} ${message}`)
    .join('\n')
