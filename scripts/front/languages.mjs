import { readFileSync } from 'node:fs'

/**
 * The languages of the interface, from the same table as lib/i18n/locales.ts.
 * @type {Record<string, { name: string, dir: 'ltr' | 'rtl' }>}
 */
export const languages = JSON.parse(readFileSync(new URL('../../lib/i18n/languages.json', import.meta.url), 'utf8'))

/** In the order of the language menu; the first is that of who names none. */
export const LOCALES = Object.keys(languages)
