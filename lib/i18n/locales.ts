import table from './languages.json'

export type Locale = keyof typeof table
export type Direction = 'ltr' | 'rtl'

/** Each language in its own words, and the way it is written; the server in front of Next reads the same file. */
const languages = table as { readonly [locale in Locale]: { readonly name: string; readonly dir: Direction } }

/** The languages of the interface, in the order of the language menu. */
export const locales = Object.keys(languages) as [Locale, ...Locale[]]
export const defaultLocale = 'en' satisfies Locale as Locale

export const localeNames = Object.fromEntries(locales.map((locale) => [locale, languages[locale].name])) as Record<Locale, string>

/** Arabic runs right to left; Tigrinya, in Ethiopic script, runs left to right; so does a language that is not ours. */
export const direction = (locale: string): Direction => (Object.hasOwn(languages, locale) ? languages[locale as Locale].dir : 'ltr')

/** Attributes of an element whose words may be in another language than the page. */
export const written = (lang: string): { lang: string; dir: Direction } => ({ lang, dir: direction(lang) })

/** What is made once for each language: `Intl` takes longer to begin than to format. */
export function perLocale<Made>(make: (locale: Locale) => Made): (locale: Locale) => Made {
  const made = new Map<Locale, Made>()
  return (locale) => {
    if (!made.has(locale)) made.set(locale, make(locale))
    return made.get(locale)!
  }
}
