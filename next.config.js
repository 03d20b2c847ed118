import { fileURLToPath } from 'node:url'
import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The server in front compresses once and keeps the result (scripts/server.mjs).
  compress: false,
  // Types are a stage of `npm test`, tests included; someone who starts Haven need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Rendered pages live in bounded memory that a publication empties (scripts/front/freshness.mjs), and nowhere else.
  cacheHandler: fileURLToPath(new URL('./scripts/front/isr-store.mjs', import.meta.url)),
  cacheMaxMemorySize: 0,
  // No page has a picture that needs another size, and the address that would make one is open to anybody.
  images: { unoptimized: true },
  serverExternalPackages: ['pg', 'pino', '@myriaddreamin/typst-ts-node-compiler'],
  // The fonts of the certificate (lib/certificates/pdf.ts) are read from their folders, which no import tells of.
  outputFileTracingIncludes: {
    '/api/certificates/[code]/pdf': ['noto-sans', 'noto-sans-arabic', 'noto-sans-ethiopic'].flatMap((family) =>
      ['400Regular', '600SemiBold'].map((weight) => `./node_modules/@expo-google-fonts/${family}/${weight}/*.ttf`),
    ),
  },
  experimental: {
    // A stray path must not fill the disk.
    isrFlushToDisk: false,
  },
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
