import { defaultLocale, type Locale, locales } from './locales'

/**
 * The first language of an Accept-Language header that we speak, by quality, then by order (RFC 9110 §12.5.4).
 * `nl-BE` means `nl`; nothing readable means the default.
 */
export function match(header: string | null): Locale {
  const wanted = (header ?? '')
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const q = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], quality: q === undefined ? 1 : Number(q) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wanted) {
    const found = locales.find((locale) => locale === language)
    if (found) return found
  }
  return defaultLocale
}
