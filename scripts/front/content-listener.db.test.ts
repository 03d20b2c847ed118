import { connect } from '../database-url.mjs'
import { listenForContent } from './content-listener.mjs'
import { log } from './log.mjs'

type Client = Awaited<ReturnType<typeof connect>>

let client: Client
let listener: ReturnType<typeof listenForContent>
let changes = 0

async function until(reached: () => boolean, seconds = 10) {
  for (const end = Date.now() + seconds * 1000; !reached(); await new Promise((resolve) => setTimeout(resolve, 10))) {
    if (Date.now() > end) throw new Error(`not reached: ${reached}`)
  }
}

beforeAll(async () => {
  log.level = 'silent'
  client = await connect(process.env.DATABASE_URL!)
  listener = listenForContent(process.env.DATABASE_URL!, () => { changes++ })
  await until(() => changes === 1) // what changed before it listened is not known
})
afterAll(async () => {
  await listener.stop()
  await client.end()
})

it('hears of every change', async () => {
  const before = changes
  await client.query("SELECT pg_notify('haven_content', 'lesson')")
  await until(() => changes === before + 1)
  await client.query("SELECT pg_notify('something_else', '')")
  await client.query('NOTIFY haven_content')
  await until(() => changes > before + 1)
  expect(changes).toBe(before + 2)
})

it('takes a broken connection for a change, and hears again', async () => {
  const before = changes
  const { rowCount } = await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'haven content listener'",
  )
  expect(rowCount).toBe(1)
  await until(() => changes === before + 1)
  await client.query('NOTIFY haven_content')
  await until(() => changes === before + 2)
})

it('keeps trying while there is no database, and can be stopped meanwhile', async () => {
  let heard = 0
  const lost = listenForContent('postgres://nobody@127.0.0.1:1/none', () => { heard++ })
  await new Promise((resolve) => setTimeout(resolve, 1200))
  await lost.stop()
  expect(heard).toBe(0)
})
