import { hasLocale } from 'next-intl'
import { setRequestLocale } from 'next-intl/server'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Shell } from '@/components/ui/shell'
import { defaultLocale, direction, locales } from '@/lib/i18n/locales'
import '../globals.css'

// Neutral on purpose: no title, icon or preview says what this site is about (care.md §2).
export const metadata: Metadata = {
  title: { template: '%s – Haven', default: 'Haven' },
  icons: { icon: '/icon.svg' },
  referrer: 'no-referrer',
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
        <Shell locale={locale}>{props.children}</Shell>
      </body>
    </html>
  )
}
