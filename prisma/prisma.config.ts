import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// Paths here are relative to this file. Prisma runs the engine as a program: no download, no network.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL('../scripts/schema-engine.mjs', import.meta.url))
process.env.CHECKPOINT_DISABLE ??= '1'
process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= '1'

export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations' },
  // Only commands on a database need an address (npm run db -- status prints the one of the built-in database).
  ...(process.env.DATABASE_URL && { datasource: { url: process.env.DATABASE_URL } }),
})
