/**
 * A text as an address. Not by URL.canParse: in Node 20 and 22 it reads letters such as ä wrongly once it has run often
 * enough to be optimised, and so says no to what is one, or yes to what is none.
 * @param {string} text
 * @returns {URL | undefined}
 */
export function urlFrom(text) {
  try {
    return new URL(text)
  } catch { // it is none
    return undefined
  }
}
