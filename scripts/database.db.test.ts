import { connect } from './database-url.mjs'
import { startDatabase } from './database.mjs'

const url = process.env.DATABASE_URL!

async function names() {
  const client = await connect(url)
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database')
  await client.end()
  return rows.map(({ datname }) => datname)
}

test('DATABASE_URL is used as it is, and left running', async () => {
  const database = await startDatabase()
  expect(database.url).toBe(url)
  await database.stop()
  expect(await names()).toContain(new URL(url).pathname.slice(1))
})

test('a throw-away database never is the one of DATABASE_URL, and is gone afterwards', async () => {
  const database = await startDatabase({ throwaway: true })
  const name = new URL(database.url).pathname.slice(1)
  expect(name).toMatch(/^haven_throwaway_/)
  const client = await connect(database.url)
  client.on('error', () => {}) // dropped under its feet: a forgotten connection must not keep the database
  await client.query('create table here ()')
  await database.stop()
  expect(await names()).not.toContain(name)
})
