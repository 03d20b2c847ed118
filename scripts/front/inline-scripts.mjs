import { isOfReact } from './react-scripts.mjs'

/** A script element without a source. The texts decide, not the places: nothing is won by misleading this pattern. */
const INLINE = /<script(?=[\s>])(?![^>]*\ssrc\s*=)([^>]*)>([\s\S]*?)<\/script/gi

/** Types that browsers do not run. */
const NOT_RUN = /\stype\s*=\s*["']?application\/(?:ld\+)?json\b/i

const FLIGHT = /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\((\[.*\])\)$/s
const FLIGHT_START = /^\(self\.__next_f=self\.__next_f\|\|\[\]\)\.push\(\[0\]\);(?=self\.__next_f\.push\()/
const TURBOPACK = /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((\{.*\})\);?$/s

/**
 * The inline scripts of a page, told apart into Next's own and all others.
 *
 * The policy forbids inline scripts, but Next writes its page data as such, on static pages too, where a nonce would be
 * no secret. So these get a hash each. To hash whatever stands in the page would be no protection at all: a script that
 * an attacker had got into the page would be hashed, and thereby allowed, like the rest. Hence a hash is given only for
 * texts that can do nothing but hand over data: fixed calls whose arguments are JSON, and the fixed texts of React.
 * An attacker who writes such a text gains data in a list, not code.
 * @param {string} html
 * @returns {{ own: string[], foreign: string[] }} the texts between the tags
 */
export function inlineScripts(html) {
  const own = []
  const foreign = []
  for (const [, attributes, text] of html.matchAll(INLINE)) {
    if (NOT_RUN.test(attributes)) continue
    (isOwn(text) ? own : foreign).push(text)
  }
  return { own, foreign }
}

/** @param {string} text */
export function isOwn(text) {
  return isFlight(text) || isBootstrap(text) || isOfReact(text)
}

/** Page data: `self.__next_f.push([0])`, `([1,"…"])`, and a form's state `([2,…])` behind the first. */
function isFlight(text) {
  const call = FLIGHT.exec(text.replace(FLIGHT_START, ''))
  const data = call && parsed(call[1])
  return Array.isArray(data) && Number.isInteger(data[0]) && data.length <= 2
}

/** Which of our own chunks to wait for. More than their names and numbers is not data any more. */
function isBootstrap(text) {
  const call = TURBOPACK.exec(text)
  const data = call && parsed(call[1])
  if (!data || Object.keys(data).join() !== 'otherChunks,runtimeModuleIds') return false
  const { otherChunks, runtimeModuleIds } = data
  return isList(otherChunks, (chunk) => /^static\/chunks\/[\w.~-]+\.js$/.test(chunk))
    && isList(runtimeModuleIds, (id) => Number.isInteger(id))
}

const isList = (value, isItem) => Array.isArray(value) && value.every((item) => isItem(item))

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not data: the question was whether it is
  }
}
