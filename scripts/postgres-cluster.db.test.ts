import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { postgresBinaries, postgresIds } from './postgres-binaries.mjs'
import { cluster } from './postgres-cluster.mjs'

const ids = postgresIds()
const place = { ids, binaries: postgresBinaries(ids, () => tmpdir()), home: '' }
let postgres: ReturnType<typeof cluster>

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'haven cluster ')) // a path with a space
  chmodSync(folder, 0o755)
  place.home = join(folder, 'postgres')
  postgres = cluster(place)
  await query('create table kept (id int); insert into kept values (1)')
}, 60_000)
afterAll(() => {
  postgres.stop()
  rmSync(join(place.home, '..'), { recursive: true })
})

async function query(sql: string) {
  const url = await postgres.start()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return { url, rows }
}
const pidFile = () => join(place.home, 'data/postmaster.pid')
const isKept = async () => expect((await query('select id from kept')).rows).toEqual([{ id: 1 }])

test('a second start finds it running, and a stopped one keeps data and port', async () => {
  const first = await postgres.start()
  expect(await postgres.start()).toBe(first)
  expect(postgres.stop()).toBe(true)
  expect(postgres.stop()).toBe(false)
  expect(await postgres.running()).toBeUndefined()
  expect(await postgres.start()).toBe(first)
  await isKept()
})

test('after a kill -9 it recovers', async () => {
  await postgres.start()
  const { rows } = await query('insert into kept values (2) returning id')
  process.kill(Number(readFileSync(pidFile(), 'utf8').split('\n')[0]), 'SIGKILL')
  expect(rows).toEqual([{ id: 2 }])
  expect((await query('delete from kept where id = 2 returning id')).rows).toEqual([{ id: 2 }])
  await isKept()
}, 60_000)

test('a number in postmaster.pid that belongs to another program by now is not believed', async () => {
  await postgres.start()
  const text = readFileSync(pidFile(), 'utf8')
  postgres.stop()
  writeFileSync(pidFile(), text.replace(/^\d+/, String(process.pid)))
  expect(await postgres.running()).toBeUndefined()
  await isKept()
})

test('when another program has taken its port it takes a new one', async () => {
  const { port } = new URL(await postgres.start())
  postgres.stop()
  const other = createServer()
  await new Promise<void>((resolve) => { other.listen(Number(port), '127.0.0.1', resolve) })
  expect(new URL(await postgres.start()).port).not.toBe(port)
  await isKept()
  await new Promise((resolve) => { other.close(resolve) })
})

test('the password is random, not readable by others, and needed', async () => {
  const url = new URL(await postgres.start())
  expect(url.password).toMatch(/^[\w-]{32}$/)
  expect(statSync(join(place.home, 'password')).mode & 0o777).toBe(0o600)
  url.password = 'postgres'
  const stranger = new pg.Client({ connectionString: url.href })
  await expect(stranger.connect()).rejects.toThrow('password authentication failed')
})

test('two starts at once share one server', async () => {
  postgres.stop()
  const [one, two] = await Promise.all([postgres.start(), cluster(place).start()])
  expect(one).toBe(two)
  await isKept()
}, 60_000)
