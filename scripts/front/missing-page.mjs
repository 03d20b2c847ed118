import { reachable } from '../server-process.mjs'
import { LOCALES } from './languages.mjs'

/**
 * The page for what is not there, in the language of the address. Next's own is an empty shell that only scripts can
 * fill, so the page /‹locale›/missing is asked for once per language and sent instead.
 * @param {{ host: string, port: number }} settings where this server listens
 * @returns {(path: string) => Promise<Buffer | undefined>} HTML for an address; undefined: it could not be had
 */
export function missingPages({ host, port }) {
  const pages = new Map()
  return async function missingPage(path) {
    const first = path.split('/')[1]
    const locale = LOCALES.includes(first) ? first : LOCALES[0]
    const known = pages.get(locale)
    if (known) return known
    // Whatever goes wrong here, the address stays missing: Next's own page goes out then.
    const answer = await fetch(`http://${reachable(host)}:${port}/${locale}/missing`).catch(() => undefined)
    if (!answer?.ok) return undefined
    const page = Buffer.from(await answer.arrayBuffer())
    pages.set(locale, page)
    return page
  }
}
