/**
 * `node scripts/endurance.mjs [rounds]`: people sync what they learned and claim certificates while the server and
 * Postgres are killed (SIGKILL) in turn, 20 times unless said otherwise. At the end everything that was acknowledged
 * must be in the database, once, and what was repeated after a lost answer must not stand there twice.
 */
import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { actionId, formPost } from './bench/form.mjs'
import { finishedPeople, uuid7 } from './bench/people.mjs'
import { build } from './build.mjs'
import { connect } from './database-url.mjs'
import { accountOf, eventsIn } from './endurance-account.mjs'
import { tryPort } from './port.mjs'
import { postgresBinaries, postgresIds } from './postgres-binaries.mjs'
import { cluster } from './postgres-cluster.mjs'
import { outsideFolder, PROJECT, throwawayHome } from './postgres-home.mjs'
import { prepareDatabase } from './prepare-database.mjs'
import { endWith } from './refusal.mjs'
import { passingSecrets } from './secrets.mjs'
import { startServer } from './server-process.mjs'

const PEOPLE = 6
const rounds = Number(process.argv[2] ?? 20)

async function endure() {
  await build({ signal: new AbortController().signal })
  const ids = postgresIds()
  const binaries = postgresBinaries(ids, outsideFolder)
  const home = throwawayHome(ids, (leftOver) => cluster({ home: leftOver, ids, binaries }).stop())
  const postgres = cluster({ home, ids, binaries }) // with fsync: the durability of a real installation
  mkdirSync(join(PROJECT, '.data'), { recursive: true }) // on a fresh clone
  const output = openSync(join(PROJECT, '.data', 'endurance-server.log'), 'w')
  const secrets = passingSecrets()
  const { port } = await tryPort(0)
  const base = `http://127.0.0.1:${port}`
  let url = await postgres.start()
  const serve = () => startServer({ port, databaseUrl: url, secrets, settings: { DEMO: '1' }, output })
  let server
  try {
    await prepareDatabase(url)
    server = await serve()
    const people = (await finishedPeople(url, secrets.AUTH_SECRET, PEOPLE)).map((person) => ({
      ...person, sent: [], acknowledged: [], asked: [], claims: [] }))
    const before = await inDatabase(url, eventsIn)
    const actions = Object.fromEntries(['issue', 'withdraw'].map((name) => [name, actionId('lib/certificates/actions.ts', name)]))
    let over = false
    const work = people.map((person) => keepBusy(person, { base, actions, over: () => over }))
    for (let round = 1; round <= rounds; round++) {
      await sleep(400 + Math.random() * 1200)
      const victim = round % 2 ? 'server' : 'Postgres'
      if (victim === 'server') {
        process.kill(server.pid, 'SIGKILL')
        await server.exited
        server = await serve()
      } else {
        process.kill(Number(readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
        const again = await postgres.start()
        if (again !== url) { // another port: the server must learn of it
          url = again
          await server.stop()
          server = await serve()
        }
      }
      console.log(`${round}: ${victim} killed and back; acknowledged so far: ${sum(people, 'acknowledged')} events, ${sum(people, 'claims')} certificates`)
    }
    await sleep(1500)
    over = true
    await Promise.all(work)
    await account(url, people, before)
  } finally {
    await server?.stop()
    closeSync(output)
    postgres.remove()
  }
}

/** Syncs and claims without pause; what got no answer is sent again, the same as before, until it gets one. */
async function keepBusy(person, { base, actions, over }) {
  for (let turn = 0; !over(); turn++) {
    const events = Array.from({ length: 5 }, () => ({ id: uuid7(), kind: 'block.tried', course: 'safer-spaces', lesson: '1.1',
      block: 'before-you-go', revision: 1, at: new Date(Date.now() - 1000).toISOString() }))
    person.sent.push(...events.map(({ id }) => id))
    const stored = await untilAnswered(over, () => fetch(`${base}/api/progress`, { method: 'POST', body: JSON.stringify({ owner: person.owner, events }),
      headers: { 'content-type': 'application/json', origin: base, cookie: person.cookie } }).then((answer) => answer.ok && answer.json()))
    if (stored) person.acknowledged.push(...stored.stored)
    if (turn % 3) continue
    const requestId = randomUUID()
    person.asked.push(requestId)
    const certificates = (action, fields) => untilAnswered(over, () => ask(base, person, actions[action], fields))
    const issued = await certificates('issue', { requestId, course: 'safer-spaces', path: 'essentials', name: 'Noor', locale: 'en' })
    if (!issued) continue
    person.claims.push(requestId)
    if (over()) return // what is valid in the end is counted
    // Only one can be valid at a time: it is taken back, so that the next one can be claimed.
    await certificates('withdraw', { code: issued })
  }
}

/** @returns {Promise<string | undefined>} the code of the certificate, when the server says that it is done */
async function ask(base, person, action, fields) {
  const { path, ...request } = formPost(base, '/en/certificates', action, fields)
  const answer = await fetch(base + path, { ...request, headers: { ...request.headers, cookie: person.cookie } })
  const text = await answer.text()
  return answer.ok && text.includes('"ok":true') ? (/"code":"(\w{26})"/.exec(text)?.[1] ?? 'done') : undefined
}

async function untilAnswered(over, ask) {
  for (let tries = 0; tries < 200; tries++) {
    const said = await ask().catch(() => undefined)
    if (said) return said
    if (over() && tries > 20) return undefined
    await sleep(100)
  }
  return undefined
}

async function account(url, people, before) {
  const { lost, doubled, holders } = await inDatabase(url, (client) => accountOf(client, people, before))
  console.log(`${rounds} kills: ${sum(people, 'acknowledged')} events and ${sum(people, 'claims')} certificates acknowledged; `
    + `${lost} lost, ${doubled} doubled; ${holders} of ${PEOPLE} people hold a valid certificate`)
  if (lost + doubled > 0 || sum(people, 'claims') === 0) process.exitCode = 1
}

async function inDatabase(url, work) {
  const client = await connect(url)
  return work(client).finally(() => client.end())
}

const sum = (people, what) => people.reduce((total, person) => total + person[what].length, 0)

try {
  await endure()
} catch (error) {
  endWith(error)
}
