import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const REACT = 'next/dist/compiled/react-dom/cjs/react-dom-server.node.production.js'

/** How the scripts begin that React writes into a page: for streamed parts ($R…), for forms sent before hydration. */
const BEGINNINGS = ['$R', 'requestAnimationFrame(function(){$RT', 'addEventListener("submit"']

/**
 * The texts that React itself writes as inline scripts, read out of the very React that Next brings: an update of Next
 * brings the right ones along.
 * @returns {string[]} longest first
 */
function reactTexts() {
  const source = readFileSync(createRequire(import.meta.url).resolve(REACT), 'utf8')
  const literals = source.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g)
  const texts = Array.from(literals, ([, single, double]) => unescaped(single ?? double))
    .filter((text) => BEGINNINGS.some((beginning) => text.startsWith(beginning)))
    .map((text) => text.replace(/\$R[A-Z]\("$/, '')) // some end with the beginning of a call: the rest is known
  return [...new Set(texts)].filter(Boolean).sort((a, b) => b.length - a.length)
}

/** A string literal's text; React's hold no other escapes than these. */
const unescaped = (text) =>
  text.replace(/\\(?:x([\da-f]{2})|(.))/gi, (_, hex, char) => {
    if (hex) return String.fromCharCode(parseInt(hex, 16))
    return char === 'n' ? '\n' : char
  })

const known = reactTexts()

/**
 * Whether a script is nothing but React's own texts, and at most one call of them with plain data.
 * @param {string} text
 */
export function isOfReact(text) {
  let rest = text
  for (let piece; rest && (piece = known.find((each) => rest.startsWith(each))); ) rest = rest.slice(piece.length)
  if (rest === '') return text !== ''
  const call = /^\$R[CRSX]\((.+)\)$/s.exec(rest)
  return call !== null && isData(`[${call[1]}]`)
}

/** @param {string} text whether it is JSON, and so can be evaluated without doing anything */
export function isData(text) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false // the very question
  }
}
