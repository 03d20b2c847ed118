import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { uuid7 } from './bench/people.mjs'
import { certificate, person } from './certificate-row.fixture'
import { connect } from './database-url.mjs'
import { accountOf, eventsIn } from './endurance-account.mjs'

let client: pg.Client
beforeAll(async () => void (client = await connect(process.env.DATABASE_URL!)))
afterAll(() => client.end())
beforeEach(() => client.query('truncate "Person" cascade'))

const event = async (personId: string, kind: string, id = uuid7()) => {
  await client.query('insert into "ProgressEvent" (id, "personId", kind, "courseId", at) values ($1, $2, $3, \'course\', now())', [id, personId, kind])
  return id
}

/** Somebody with a passed check, one synced event and one certificate, all of it sent and acknowledged. */
async function worker() {
  const id = await person(client)
  await event(id, 'check.passed')
  const before = await eventsIn(client)
  const [sent, asked] = [uuid7(), randomUUID()]
  await event(id, 'block.tried', sent)
  await certificate(client, id, { requestId: asked })
  return { before, worker: { id, sent: [sent], acknowledged: [sent], asked: [asked], claims: [asked] } }
}

test('what was sent and is there once is neither lost nor doubled', async () => {
  const { worker: one, before } = await worker()
  expect(await accountOf(client, [one], before)).toEqual({ lost: 0, doubled: 0, holders: 1 })
  const unanswered = { ...one, sent: [...one.sent, uuid7()], asked: [...one.asked, randomUUID()] }
  expect(await accountOf(client, [unanswered], before)).toEqual({ lost: 0, doubled: 0, holders: 1 })
})

test('what was acknowledged and is not there is lost', async () => {
  const { worker: one, before } = await worker()
  const more = { ...one, acknowledged: [...one.acknowledged, uuid7()], claims: [...one.claims, randomUUID()] }
  expect(await accountOf(client, [more], before)).toMatchObject({ lost: 2 })
})

test.each<[string, (personId: string) => Promise<unknown>, number]>([
  ['an event under another id', (id) => event(id, 'block.tried'), 1],
  ['a passed check', (id) => event(id, 'check.passed'), 2], // nobody sent it, and there is one already
  ['a certificate that was taken back', (id) => certificate(client, id, { revoked: true }), 1],
  ['a valid certificate', (id) => certificate(client, id), 2],
])('%s that stands there twice is seen', async (_, plant, doubled) => {
  const { worker: one, before } = await worker()
  await plant(one.id)
  expect(await accountOf(client, [one], before)).toEqual({ lost: 0, doubled, holders: 1 })
})

test('a certificate that went to somebody else is seen', async () => {
  const { worker: one, before } = await worker()
  const other = { id: await person(client), sent: [], acknowledged: [], asked: [], claims: [] }
  await client.query('update "Certificate" set "personId" = $1', [other.id])
  expect(await accountOf(client, [one, other], before)).toMatchObject({ doubled: 1 })
})
