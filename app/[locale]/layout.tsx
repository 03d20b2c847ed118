import { hasLocale } from 'next-intl'
import { setRequestLocale } from 'next-intl/server'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Shell } from '@/components/ui/shell'
import { env } from '@/lib/env'
import { defaultLocale, direction, locales } from '@/lib/i18n/locales'
import '../globals.css'

/** In the page itself: one request less for every first visit. The same as public/icon.svg. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28' fill='none'%3E%3Cpath d='M20.6 22.1A10.5 10.5 0 1 1 24.5 14' stroke='%230B515B' stroke-width='3' stroke-linecap='round'/%3E%3Ccircle cx='14' cy='14' r='3.6' fill='%230B515B'/%3E%3C/svg%3E"

// Neutral on purpose: no title, icon or preview says what this site is about (care.md §2).
export const metadata: Metadata = {
  title: { template: '%s – Haven', default: 'Haven' },
  icons: { icon },
  robots: { index: false },
  formatDetection: { telephone: false, email: false, address: false, date: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#F5F6F2' },
    { media: '(prefers-color-scheme: dark)', color: '#111817' },
  ],
}

/** Nothing is rendered while building, which needs no database: each page is made at its first request and kept. */
export const generateStaticParams = () => []

export default async function Layout(props: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const { locale: asked } = await props.params
  const locale = hasLocale(locales, asked) ? asked : defaultLocale
  setRequestLocale(locale)
  return (
    <html lang={locale} dir={direction(locale)} suppressHydrationWarning>
      <head>
        {/* Preferences before the first paint, and the quick exit before anything else has loaded. */}
        <script src="/first.js" />
        <noscript>
          <link rel="stylesheet" href="/noscript.css" />
        </noscript>
      </head>
      <body>
        <Shell locale={locale} demo={env().DEMO}>{props.children}</Shell>
      </body>
    </html>
  )
}
