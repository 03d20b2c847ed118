import { format } from 'node:util'
import pino from 'pino'
import { logOptions } from '../../lib/log-options.mjs'
import { LOCALES } from './languages.mjs'

/** One line of JSON per entry. Never an address or a header: what somebody reads belongs to them alone. */
export const log = pino({ ...logOptions, timestamp: pino.stdTimeFunctions.isoTime })

/**
 * What may be told of an address: `courses` of /nl/courses/safer-spaces/6.3, or `api`; never which lesson.
 * @param {string} url of a request
 * @returns {string} `home` for a language alone, `other` for what is no page
 */
export function kindOf(url) {
  const [, first, second] = url.split('?', 1)[0].split('/')
  if (first === 'api') return 'api'
  if (!LOCALES.includes(first)) return 'other'
  if (!second) return 'home'
  return /^[a-z-]{1,20}$/.test(second) ? second : 'other'
}

/**
 * Next writes for a person at a terminal, over several lines. On a server its warnings and errors become entries
 * like ours, and what it says about its own start is left out.
 */
export function logConsole() {
  console.log = console.info = console.debug = () => {}
  console.warn = (...words) => log.warn(format(...words))
  console.error = (...words) => log.error(format(...words))
}
