import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import pg from 'pg'
import { certificate, person } from './certificate-row.fixture'
import { connect } from './database-url.mjs'
import { newIssuerKey } from './issuer-key.mjs'
import { migrate } from './migrate.mjs'

const url = process.env.DATABASE_URL!

/** @returns the exit code of `node scripts/start.mjs` and the last line of what it complains about; never a stack */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env: { ...process.env, DATABASE_URL: url, ...env } })
  let said = ''
  child.stderr.on('data', (chunk) => { said += chunk })
  return new Promise<{ code: number | null, said: string }>((resolve) => {
    child.once('close', (code) => {
      expect(said).not.toMatch(/^\s+at /m)
      resolve({ code, said: said.trim().split('\n').at(-1)! })
    })
  })
}

async function freePort() {
  const probe = createServer()
  await new Promise<void>((resolve) => { probe.listen(0, '127.0.0.1', resolve) })
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => { probe.close(resolve) })
  return String(port)
}

test('a taken port is refused before anything else, with another one to take', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => { other.listen(0, '127.0.0.1', resolve) })
  const { port } = other.address() as AddressInfo
  const { code, said } = await start({ PORT: String(port), DATABASE_URL: 'not even looked at' })
  await new Promise((resolve) => { other.close(resolve) })
  expect(said).toBe(`Port ${port} is already in use, perhaps by another Haven. `
    + `Stop that program, or choose another port: PORT=${port + 1} npm start`)
  expect(code).toBe(1)
})

test('a port that is none is refused', async () => {
  const { code, said } = await start({ PORT: 'http' })
  expect(said).toBe('PORT must be a whole number between 1 and 65535, and it is "http".')
  expect(code).toBe(1)
})

test.each([['PUBLIC_URL', 'https://learn.example'], ['HOST', '0.0.0.0']])(
  'a demonstration that others could reach is refused before anything else: %s=%s', async (name, value) => {
    const { code, said } = await start({ PORT: await freePort(), [name]: value, DEMO: '1', DATABASE_URL: 'not looked at' })
    expect(said).toBe(`DEMO is on and ${name} is ${value}: anybody could sign in as anybody. `
      + 'Set DEMO=0, or let only this machine reach Haven.')
    expect(code).toBe(1)
  })

test('an address that certificates could not carry is refused before anything else', async () => {
  const { code, said } = await start({ PORT: await freePort(), PUBLIC_URL: 'https://learn.example/haven', DATABASE_URL: 'not looked at' })
  expect(said).toMatch(/^PUBLIC_URL is not an address that Haven can be served under\. Set it to https:\/\//)
  expect(code).toBe(1)
})

test('a database that does not answer is named, and what to do', async () => {
  const nowhere = 'postgresql://me:secret@127.0.0.1:1/haven'
  const { code, said } = await start({ PORT: await freePort(), DATABASE_URL: nowhere })
  expect(said).toBe('The database "haven" at 127.0.0.1:1 cannot be reached: nothing listens there. '
    + 'Correct DATABASE_URL, start that server, or unset DATABASE_URL to use the built-in database.')
  expect(code).toBe(1)
})

test('certificates that were signed with a key which is not there stop the start before anything is built', async () => {
  await migrate(url)
  const client = await connect(url)
  await client.query('insert into "Course" (id) values (\'course\')') // the content is there
  await certificate(client, await person(client), { issuer: newIssuerKey().id })
  await client.end()
  const { code, said } = await start({ PORT: await freePort(), DEMO: '0', ISSUER_KEYS: JSON.stringify([newIssuerKey()]) })
  expect(said).toMatch(/^The database holds certificates that were signed with a key which is not in ISSUER_KEYS\. Add that key\. /)
  expect(code).toBe(1)
})

test('a database that is newer than the code is left as it is', async () => {
  await migrate(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const courses = async () => (await client.query('select count(*)::int as n from "Course"')).rows
  const before = await courses()
  await client.query(`insert into _prisma_migrations (id, checksum, finished_at, migration_name)
    values ('x', 'x', now(), '99991231000000_of_tomorrow')`)
  const { code, said } = await start({ PORT: await freePort() })
  expect(said).toBe('The database is newer than this code: it has the migration 99991231000000_of_tomorrow, '
    + 'which is not here. Update the code, or use another database by DATABASE_URL.')
  expect(code).toBe(1)
  expect(await courses()).toEqual(before)
  await client.end()
})
