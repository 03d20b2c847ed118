/** A number written in digits: `72`, `1,951`, `7.5`, `70%`, `12:00`, `2026`, and the `12` of `12th`. */
export interface FoundNumber {
  /** As it stands. */
  text: string
  /** Where it stands in the text: the first character, and the one after the last. */
  start: number
  end: number
  /** The same for every language: `1,951` and `1.951`, `7.5` and `7,5`, `12:00` and `12.00`. */
  value: string
}

/** A letter right before makes it part of a name, as in K3. */
const digits = /(?<![\p{L}\p{N}])\p{Nd}+(?:[.,:/\u00a0\u202f]\p{Nd}+)*(?:\s?%)?/gu

/** All numbers of a text. Digits that are not western keep a value of their own: people dial and compare these. */
export const numbersIn = (text: string): FoundNumber[] =>
  [...text.matchAll(digits)].map(({ 0: found, index }) => ({
    text: found,
    start: index,
    end: index + found.length,
    value: found
      .replace(/\s?%$/u, '')
      .replace(/[,:/\u00a0\u202f]/gu, '.')
      .replace(/\.(?=\p{Nd}{3}(?!\p{Nd}))/gu, ''),
  }))
