/**
 * `node scripts/new-migration.mjs <name>` writes prisma/migrations/<time>_<name>/migration.sql: what leads from the
 * migrations to prisma/schema as it is now. It works on a throw-away database. Read the file before it is committed:
 * what Prisma does not know (hand-written indexes, triggers) it wants to drop; and add what it cannot say.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { startDatabase } from './database.mjs'
import { MIGRATIONS, migrate } from './migrate.mjs'
import { PROJECT } from './postgres-home.mjs'
import { program } from './program.mjs'
import { Refusal, endWith } from './refusal.mjs'

async function main(name) {
  if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
    throw new Refusal('Give the migration a name of small letters, digits and _ , '
      + 'for example: node scripts/new-migration.mjs add_notes')
  }
  const database = await startDatabase({ throwaway: true })
  try {
    await migrate(database.url)
    const sql = difference(database.url)
    if (/^-- This is an empty migration/m.test(sql)) return console.log('The migrations already lead to this schema.')
    const folder = join(MIGRATIONS, `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'migration.sql'), sql)
    writeFileSync(join(MIGRATIONS, 'migration_lock.toml'), 'provider = "postgresql"\n')
    await migrate(database.url)
    console.log(`${relative(PROJECT, folder)}/migration.sql is written, and applies.`)
  } finally {
    await database.stop()
  }
}

function difference(url) {
  const args = [program('prisma'), '--config', 'prisma/prisma.config.ts', 'migrate', 'diff',
    '--from-config-datasource', '--to-schema', 'prisma/schema', '--script']
  const env = { ...process.env, DATABASE_URL: url }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: PROJECT, encoding: 'utf8', env })
  if (status !== 0) throw new Refusal(`Prisma cannot compare the schema with the migrations:\n${stderr}`)
  return stdout
}

await main(process.argv[2]).catch(endWith)
