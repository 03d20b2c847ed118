/** The languages of the interface, in the order of the language menu. */
export const locales = ['en', 'fr', 'nl', 'pt', 'ar', 'ti'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'

/** Each language in its own words. */
export const localeNames: Record<Locale, string> = {
  en: 'English',
  fr: 'Français',
  nl: 'Nederlands',
  pt: 'Português',
  ar: 'العربية',
  ti: 'ትግርኛ',
}

/** Arabic runs right to left; Tigrinya, in Ethiopic script, runs left to right. */
export const direction = (locale: string): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr')

/** Attributes of an element whose words may be in another language than the page. */
export const written = (lang: string): { lang: string; dir: 'ltr' | 'rtl' } => ({ lang, dir: direction(lang) })
