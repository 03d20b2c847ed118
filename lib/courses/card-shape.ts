import type { Rich } from './rich'

/** What a translation of a card must share: its headings and paragraphs in their order, and the lines of each list. */
export const cardShape = ({ rich }: Rich) =>
  rich.map((node) => (node.type === 'list' ? { type: node.type, lines: node.children.length } : { type: node.type }))

/** Lines to read: paragraphs, and the entries of lists. Headings only lead the eye. */
export const cardLines = ({ rich }: Rich): number =>
  rich.reduce((sum, node) => sum + (node.type === 'list' ? node.children.length : node.type === 'heading' ? 0 : 1), 0)
