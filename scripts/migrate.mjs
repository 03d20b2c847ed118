/**
 * Applies prisma/migrations in order, with `pg` alone (0.2 s). It takes the lock and writes the rows of Prisma Migrate,
 * so that `prisma migrate` afterwards finds its own work. `node scripts/migrate.mjs` by hand uses Haven's database.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { calledDirectly } from './called-directly.mjs'
import { connect } from './database-url.mjs'
import { startDatabase } from './database.mjs'
import { PROJECT } from './postgres-home.mjs'
import { Refusal, endWith, refusalFor } from './refusal.mjs'

export const MIGRATIONS = join(PROJECT, 'prisma', 'migrations')

const PRISMA_LOCK = 72707369 // the advisory lock of Prisma Migrate
const PRISMA_TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

/**
 * Brings the database to the state of this code. Each migration is one transaction: it is there, or it is not.
 * @param {string} url
 * @param {string} [folder]
 * @returns {Promise<string[]>} the names of the migrations applied now
 * @throws {Refusal} the database is newer than the code, a migration was edited, or one failed (nothing of it stays)
 */
export async function migrate(url, folder = MIGRATIONS) {
  const migrations = read(folder)
  const client = await connect(url)
  try {
    await client.query('select pg_advisory_lock($1)', [PRISMA_LOCK])
    await client.query(PRISMA_TABLE)
    const { rows } = await client.query(
      'select migration_name as name, checksum, finished_at from _prisma_migrations where rolled_back_at is null')
    const missing = pending(migrations, rows)
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */

/** @returns {Migration[]} in order of application */
function read(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * What still has to be applied, once the database's own record allows it.
 * @param {Migration[]} migrations
 * @param {{ name: string, checksum: string, finished_at: Date | null }[]} applied
 * @returns {Migration[]}
 */
export function pending(migrations, applied) {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  const failed = applied.find((row) => !row.finished_at)
  if (failed) {
    throw new Refusal(`The migration ${failed.name} of the database did not finish. `
      + 'Look at what it left, then run: npm run prisma -- migrate resolve --help')
  }
  const unknown = applied.filter((row) => !known.has(row.name))
  if (unknown.length > 0) {
    throw new Refusal(`The database is newer than this code: it has the migration ${unknown.at(-1).name}, `
      + 'which is not here. Update the code, or use another database by DATABASE_URL.')
  }
  const edited = applied.find((row) => known.get(row.name).checksum !== row.checksum)
  if (edited) {
    throw new Refusal(`The migration ${edited.name} was changed after the database had applied it. `
      + 'Restore its file in prisma/migrations, and put the change into a new migration.')
  }
  const done = new Set(applied.map((row) => row.name))
  return migrations.filter(({ name }) => !done.has(name))
}

async function apply(client, { name, sql, checksum }) {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
       values ($1, $2, now(), $3, 1)`, [randomUUID(), checksum, name])
    await client.query('commit')
  } catch (error) { // the transaction must end before the connection is used again
    await client.query('rollback').catch(() => {})
    throw refusalFor(error.message,
      `The migration ${name} cannot be applied: ${error.message}. Nothing of it was kept.`)
  }
}

async function main() {
  const database = await startDatabase()
  const applied = await migrate(database.url).finally(database.stop)
  console.log(applied.length > 0 ? `applied ${applied.join(', ')}` : 'nothing to apply')
}

if (calledDirectly(import.meta.url)) main().catch(endWith)
