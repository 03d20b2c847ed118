import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from './migrate.mjs'

// Not the schema of Haven: each test has migrations of its own, in a Postgres schema that nothing else uses.
const url = `${process.env.DATABASE_URL}?options=-c%20search_path%3Dtry`
const client = new pg.Client({ connectionString: url })
let folder: string

beforeAll(() => client.connect())
afterAll(() => client.end())
beforeEach(async () => {
  await client.query('create schema try')
  folder = mkdtempSync(join(tmpdir(), 'haven migrations '))
  migration('001_first', 'create table first (id int);')
})
afterEach(async () => {
  await client.query('drop schema try cascade')
  rmSync(folder, { recursive: true })
})

function migration(name: string, sql: string) {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}
const tables = async () => (await client.query<{ name: string }>(
  `select tablename as name from pg_tables where schemaname = 'try' and tablename not like '\\_%' order by 1`,
)).rows.map(({ name }) => name)

test('each migration is applied once, in order', async () => {
  expect(await migrate(url, folder)).toEqual(['001_first'])
  migration('002_second', 'alter table first rename to renamed; create table second ();')
  expect(await migrate(url, folder)).toEqual(['002_second'])
  expect(await migrate(url, folder)).toEqual([])
  expect(await tables()).toEqual(['renamed', 'second'])
})

test('ten starts at once apply it once', async () => {
  const runs = await Promise.all(Array.from({ length: 10 }, () => migrate(url, folder)))
  expect(runs.flat()).toEqual(['001_first'])
})

test('a function body with semicolons is one statement', async () => {
  migration('002_function', `create function f() returns int language plpgsql as $$ begin perform 1; return 2; end $$;`)
  await migrate(url, folder)
  expect((await client.query('select f()')).rows).toEqual([{ f: 2 }])
})

test('of a migration that fails nothing stays, and what went before does', async () => {
  migration('002_broken', 'create table half (); select 1/0;')
  await expect(migrate(url, folder)).rejects.toThrow(
    '002_broken cannot be applied: division by zero. Nothing of it was kept.')
  expect(await tables()).toEqual(['first'])
  migration('002_broken', 'create table whole ();')
  expect(await migrate(url, folder)).toEqual(['002_broken'])
})

test('a database that is newer than the code is refused, unchanged', async () => {
  migration('003_newer', 'create table newer ();')
  await migrate(url, folder)
  rmSync(join(folder, '003_newer'), { recursive: true })
  migration('002_late', 'create table late ();')
  await expect(migrate(url, folder)).rejects.toThrow(
    'The database is newer than this code: it has the migration 003_newer, which is not here. Update the code')
  expect(await tables()).toEqual(['first', 'newer'])
})

test('a migration that was edited after it was applied is refused', async () => {
  await migrate(url, folder)
  migration('001_first', 'create table first (id bigint);')
  await expect(migrate(url, folder)).rejects.toThrow('001_first was changed after the database had applied it')
})

test('a migration that Prisma left unfinished is refused', async () => {
  await migrate(url, folder)
  await client.query('update _prisma_migrations set finished_at = null')
  await expect(migrate(url, folder)).rejects.toThrow('001_first of the database did not finish')
  await client.query('update _prisma_migrations set rolled_back_at = now()')
  await client.query('drop table first')
  expect(await migrate(url, folder)).toEqual(['001_first'])
})
