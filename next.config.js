import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The server in front compresses once and keeps the result (scripts/server.mjs).
  compress: false,
  serverExternalPackages: ['pg', 'pino'],
  experimental: {
    // Pages rendered at their first request stay in bounded memory: a stray path must not fill the disk.
    isrFlushToDisk: false,
  },
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
