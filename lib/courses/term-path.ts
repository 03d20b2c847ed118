import { hashText } from './hash'

/**
 * The id of the element that explains a term: the same in every language, and for good. The id of a term names the
 * subject, and the history of a browser keeps addresses (care.md §2): so it is not to be read in them.
 */
export const termAnchor = (id: string): string => `w${hashText(id).slice(0, 8)}`

/** Where a term is explained. */
export const termPath = (id: string): string => `/glossary#${termAnchor(id)}`
