import pg from 'pg'
import { anonymous, systemActor } from '@/lib/access/actor'
import { db } from '@/lib/db'
import { writeEntries } from './commands'
import type { Entry } from './entry'
import { searchPlaces } from './queries'
import { manyEntries, manyQuestions } from './volume.fixture'

let entries: Entry[]

beforeAll(async () => {
  entries = await manyEntries()
  await writeEntries(systemActor('test'), 'many', 'made for a test', entries)
}, 300_000)

const told = async (sql: string) => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const { rows } = await client.query<{ name: string; scans: number }>(sql).finally(() => client.end())
  return new Map(rows.map(({ name, scans }) => [name, Number(scans)]))
}
const wholeReads = () => told(`select relname as name, seq_scan as scans from pg_stat_user_tables where relname in ('SearchEntry', 'SearchWord')`)
const indexReads = () => told(`select indexrelname as name, idx_scan as scans from pg_stat_user_indexes where relname in ('SearchEntry', 'SearchWord')`)

test('500 lessons in six languages: questions with typing errors are answered, and from the indexes', async () => {
  expect(entries.length).toBe(500 * 9 * 6)
  expect(await db.searchWord.count()).toBeGreaterThan(60_000)
  await db.$disconnect() // what connections count is told when they end
  const before = { whole: await wholeReads(), index: await indexReads() }

  let found = 0
  for (const question of manyQuestions(entries, 100)) {
    const { count } = await searchPlaces(anonymous, question)
    if (count > 0) found++
  }
  expect(found).toBeGreaterThan(90)

  await db.$disconnect()
  const after = { whole: await wholeReads(), index: await indexReads() }
  for (const table of ['SearchEntry', 'SearchWord']) expect([table, after.whole.get(table)]).toEqual([table, before.whole.get(table)])
  for (const name of ['SearchEntry_words_locales_idx', 'SearchWord_word_idx', 'SearchWord_similar_idx'])
    expect([name, after.index.get(name)! > before.index.get(name)!]).toEqual([name, true])
}, 120_000)
