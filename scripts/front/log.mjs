import { format } from 'node:util'
import pino from 'pino'

/** One line of JSON per entry. Never a query string, an address or a header: those belong to the person who asked. */
export const log = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime })

/**
 * Next writes for a person at a terminal, over several lines. On a server its warnings and errors become entries
 * like ours, and what it says about its own start is left out.
 */
export function logConsole() {
  console.log = console.info = console.debug = () => {}
  console.warn = (...words) => log.warn(format(...words))
  console.error = (...words) => log.error(format(...words))
}
