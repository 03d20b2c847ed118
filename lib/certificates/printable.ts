// The letters, marks, figures and signs of the Latin, Greek, Cyrillic, Arabic and Ethiopic scripts that the fonts of the
// certificate hold (printable.test.ts reads the fonts). Joiners belong to Persian and Kurdish names; the signs that turn
// the direction of a text are left out, because they can make a name read as another one.
const character =
  /(?=[\p{L}\p{M}\p{N}\p{P}\p{S}\u0020\u00a0\u200c\u200d])[\u0020-\u052f\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u1200-\u139f\u1c80-\u1c88\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2c60-\u2c7f\u2d80-\u2ddf\uab00-\uab2f\u200c\u200d]/u
const notYetDrawn = /[\u03e2-\u03ef]|\u088f|\u0897/
const direction = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

const drawn = (sign: string): boolean => character.test(sign) && !notYetDrawn.test(sign)

/** Whether every sign of a name can stand on the paper. */
export const canBePrinted = (name: string): boolean => Array.from(name.normalize('NFC')).every(drawn)

/** Where a word of this many signs may be broken, if it must: no paper is wide enough for a hundred without a space. */
const longWord = /(\S{16})(?=\S)/gu

/** A text as it is printed: a sign that no font holds becomes �, so that the rest can still be read. */
export const printed = (text: string): string =>
  Array.from(text.normalize('NFC').replace(direction, '').replace(/\s/g, ' '), (sign) => (drawn(sign) ? sign : '\ufffd'))
    .join('')
    .replace(longWord, '$1\u200b')

/** The way a text runs: that of its first letter. */
export const runs = (text: string): 'ltr' | 'rtl' =>
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? 'rtl' : 'ltr'
