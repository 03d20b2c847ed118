/**
 * `npm run bench`: requests per second, percentiles and processor time of what learners use most, beside raw
 * yardsticks of the same run. Figures are ratios to read together: a shared machine changes them all at once.
 */
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { startDatabase } from './database.mjs'
import { measureCertificates } from './bench/certificates.mjs'
import { load, send } from './bench/load.mjs'
import { signedIn, uuid7 } from './bench/people.mjs'
import { measureSearch } from './bench/search.mjs'
import { PROJECT } from './postgres-home.mjs'
import { tryPort } from './port.mjs'
import { prepareDatabase } from './prepare-database.mjs'
import { endWith } from './refusal.mjs'
import { passingSecrets } from './secrets.mjs'
import { startServer } from './server-process.mjs'

const COURSE = 'safer-spaces'
const LESSON = `/en/courses/${COURSE}/6.3`
const EVENTS = 10
/** One person may sync 6,000 events a minute. */
const PEOPLE = 12
const TURNS = 5

async function bench() {
  const { signal } = new AbortController()
  await build({ signal })
  const database = await startDatabase({ throwaway: true })
  const output = openSync(join(PROJECT, '.data', 'bench-server.log'), 'w')
  const secrets = passingSecrets()
  try {
    await prepareDatabase(database.url)
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => signedIn(database.url, secrets.AUTH_SECRET)))
    const { port } = await tryPort(0)
    const server = await startServer({ port, databaseUrl: database.url, secrets, settings: { DEMO: '0' }, output, signal })
    const raw = await yardstick(database.url, people[0].id)
    try {
      await measure({ base: `http://127.0.0.1:${port}`, pid: server.pid, raw, people, databaseUrl: database.url, secret: secrets.AUTH_SECRET })
    } finally {
      raw.child.kill()
      await server.stop()
    }
  } finally {
    closeSync(output)
    await database.stop()
  }
}

async function measure({ base, pid, raw, people, databaseUrl, secret }) {
  const page = (path) => () => ({ path, headers: { 'accept-encoding': 'br' } })
  const json = (path, body, headers = {}) => ({ method: 'POST', path, body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin: base, ...headers } })
  const warm = async (from, make, n = 300) => { for (let i = 0; i < n; i++) await send(from, make(i)) }

  const { bytes: lessonSize, headers } = await send(base, page(LESSON)())
  raw.child.send(Object.entries(headers).filter(([name]) => !/^(?:date|connection|keep-alive)$/.test(name)).flat())
  await warm(base, page('/en/courses'))
  const catalogue = await load(base, page('/en/courses'), { count: 10_000, pid })
  // Page and yardstick take turns, so that what else the machine does falls on both; the median of the turns counts.
  const rawPage = (what) => () => ({ path: `/${what}/${lessonSize}` })
  const turns = { lesson: [], bare: [], same: [] }
  for (let turn = 0; turn <= TURNS; turn++) {
    turns.lesson.push(await load(base, page(LESSON), { count: 10_000, pid }))
    turns.bare.push(await load(raw.base, rawPage('answer'), { count: 10_000, pid: raw.child.pid }))
    turns.same.push(await load(raw.base, rawPage('same'), { count: 10_000, pid: raw.child.pid }))
  }
  const [lesson, bare, same] = [turns.lesson, turns.bare, turns.same].map((all) => median(all.slice(1))) // the first turn warms up

  const whose = (n) => people[n % people.length]
  const sync = (n) => json('/api/progress', { owner: whose(n).owner, events: Array.from({ length: EVENTS }, someEvent), ...whose(n).place }, { cookie: whose(n).cookie })
  const heard = (n, body) => { whose(n).place = { after: JSON.parse(body).cursor } }
  await load(base, sync, { count: 300, pid, heard })
  const progress = await load(base, sync, { count: 3000, pid, heard })
  const rawInsert = () => ({ path: `/insert/${EVENTS}` })
  await warm(raw.base, rawInsert)
  const insert = await load(raw.base, rawInsert, { count: 3000, pid: raw.child.pid })

  const drawing = () => json('/api/check/draw', { attempt: randomUUID(), course: COURSE, locale: 'en' })
  await warm(base, drawing, 100)
  const sheets = []
  const draw = await load(base, drawing, { count: 1000, pid, heard: (n, body) => { sheets[n] = JSON.parse(body) } })
  const handingIn = (n) => json('/api/check/submit', {
    attempt: sheets[n].attempt, candidate: sheets[n].candidate, locale: 'en', answers: someAnswers(sheets[n].items) })
  await warm(base, () => handingIn(0), 100)
  const submit = await load(base, handingIn, { count: 1000, pid })

  await warm(base, page('/en/learn'))
  const learn = await load(base, page('/en/learn'), { count: 10_000, pid })
  const { issued, printed, listed, checked } = await measureCertificates({ base, pid, databaseUrl, secret })
  const search = await measureSearch({ base, pid, databaseUrl }) // last: it fills the database

  const rows = { 'lesson page': lesson, 'raw answer, same size': bare, 'raw answer, same size and headers': same, catalogue, [`progress sync, ${EVENTS} events`]: progress,
    [`raw insert, ${EVENTS} rows`]: insert, 'check draw': draw, 'check submit': submit,
    'My learning': learn, 'own certificates': listed, 'certificate: claim': issued, 'certificate: PDF': printed,
    'certificate: verify page': checked, 'search, 500 lessons × 6': search }
  console.table(Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, {
    'requests/s': Math.round(row.perSecond), 'p50 ms': round(row.p50), 'p95 ms': round(row.p95), 'p99 ms': round(row.p99),
    'processor ms': round(row.processor), bytes: row.bytes }])))
  console.log(`lesson page / raw answer: ${round(lesson.processor / bare.processor)} × the processor time (reach: ≤ 1.5),`
    + ` ${round(lesson.processor / same.processor)} × one with the same headers`)
  console.log(`progress sync: ${round(progress.processor)} ms (reach: ≤ 4), ${round(progress.processor / insert.processor)} × the raw insert`)
  console.log(`certificate: ${round(issued.processor)} ms to claim it, ${round(printed.processor)} ms to print it (reach: ≤ 10 each)`)
  console.log(`search: p95 ${round(search.p95)} ms (reach: ≤ 50), ${round(search.processor)} ms of processor beside Postgres`)
  console.log(`check submit: ${round(submit.processor)} ms (reach: ≤ 4); a whole attempt: ${round(draw.processor + submit.processor)} ms (reach: ≤ 12)`)
}

const median = (all) => all.sort((a, b) => a.processor - b.processor)[Math.floor(all.length / 2)]

const round = (number) => Math.round(number * 1000) / 1000

const someEvent = () => ({ id: uuid7(), kind: 'block.tried', course: COURSE, lesson: '6.3', block: 'before-you-go', revision: 1,
  at: new Date(Date.now() - 1000).toISOString() })

const someAnswers = (items) => Object.fromEntries(items.map((item) => [item.id, {
  single: () => item.parts[0].id,
  node: () => item.parts[0].id,
  multiple: () => [item.parts[0].id],
  order: () => item.parts.map(({ id }) => id),
  match: () => Object.fromEntries(item.parts.map(({ id }, n) => [id, item.others[n].id])),
}[item.kind]()]))

async function yardstick(url, personId) {
  const { port } = await tryPort(0)
  const child = fork(join(PROJECT, 'scripts/bench/yardstick.mjs'), { env: { ...process.env, DATABASE_URL: url, PORT: String(port), personId } })
  await new Promise((resolve) => child.once('message', resolve))
  return { child, base: `http://127.0.0.1:${port}` }
}

try {
  await bench()
} catch (error) {
  endWith(error)
}
