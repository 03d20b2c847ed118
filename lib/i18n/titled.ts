import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { Metadata } from 'next'
import { defaultLocale, locales } from './locales'
import type { Messages } from './messages'

/** The window title of a page, always a neutral one (`site.titles`): it never names the subject. */
export const titled =
  (key: keyof Messages['site']['titles'], values: Record<string, number> = {}) =>
  async ({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> => {
    const { locale } = await params
    const t = await getTranslations({ locale: hasLocale(locales, locale) ? locale : defaultLocale, namespace: 'site.titles' })
    return { title: t(key, values as never) }
  }
