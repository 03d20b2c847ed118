import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The server in front compresses once and keeps the result (scripts/server.mjs).
  compress: false,
  // Types are a stage of `npm test`, tests included; someone who starts Haven need not wait for them.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'pino'],
  experimental: {
    // Pages rendered at their first request stay in bounded memory: a stray path must not fill the disk.
    isrFlushToDisk: false,
  },
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
