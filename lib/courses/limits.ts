/**
 * What one file of a course may hold. Far above what a lesson needs, low enough that no package,
 * however hostile, keeps the parser busy for more than a few seconds.
 */
export const limits = {
  /** Bytes of one file. */
  fileBytes: 200 * 1024,
  /** Files of one course, all languages. */
  files: 2_000,
  /** Characters between two blank lines: the parser's worst cases grow with the square of this. */
  paragraph: 2_000,
  /** Directives, lists and quotes inside each other. */
  nesting: 8,
  /** Blocks of a lesson. */
  blocks: 60,
  /** Entries of one list: items of a bank, terms, nodes, options. */
  items: 200,
  /** Words of a testimony. */
  testimonyWords: 250,
} as const
