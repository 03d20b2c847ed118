import { randomBytes, randomUUID } from 'node:crypto'
import { anonymous, personActor, systemActor } from '@/lib/access/actor'
import { db } from '@/lib/db'
import people from '@/messages/en/people.json'
import { erasePerson } from './commands'
import { getRecords } from './queries'
import { explained } from './records'
import { type Impersonal, type Personal, personalTables, recordNames, registry } from './registry'

afterAll(() => db.$disconnect())
beforeEach(() => Promise.all([db.attempt.deleteMany(), db.person.deleteMany(), db.signIn.deleteMany(), db.outboxMail.deleteMany()]))

const entries = Object.entries<Personal | Impersonal>(registry)
const columnsOf = (entry: Personal | Impersonal) => ('rows' in entry ? [...entry.given, ...entry.withheld] : entry.columns)

test('every field of the database is classified, and nothing that is not there', async () => {
  const found = await db.$queryRaw<{ table: string; column: string }[]>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and table_name <> '_prisma_migrations'`
  const named = entries.flatMap(([table, entry]) => columnsOf(entry).map((column) => `${table}.${column}`))
  expect(named.toSorted()).toEqual(found.map(({ table, column }) => `${table}.${column}`).toSorted())
})

test('a table that points to a person, or to what is theirs, is personal', async () => {
  const pointing = await db.$queryRaw<{ from: string; to: string }[]>`
    select c.relname as "from", t.relname as "to" from pg_constraint join pg_class c on c.oid = conrelid join pg_class t on t.oid = confrelid
    where contype = 'f' and conrelid::regclass::text not like 'graphile_worker.%'`
  const mine = new Set(personalTables.map(([table]) => table))
  expect(pointing.filter(({ to }) => mine.has(to)).filter(({ from }) => !mine.has(from))).toEqual([])
  expect(pointing.filter(({ to }) => to === 'Person').length).toBeGreaterThan(3)
})

test('the privacy page tells every kind of record that a table has', () => {
  expect(new Set(entries.flatMap(([, { record }]) => record ?? []))).toEqual(new Set(recordNames))
  expect(Object.keys(people.records.of).toSorted()).toEqual(recordNames.toSorted())
})

/** Somebody with a row in every table that holds people. */
async function somebody() {
  const word = randomUUID()
  const email = `${word}@example.org`
  const [candidate, browser] = [randomBytes(32), randomBytes(32)].map((bytes) => new Uint8Array(bytes))
  const revisionId = randomUUID()
  const { id } = await db.person.create({
    data: {
      email, name: `name ${word}`, pronouns: 'they', locale: 'nl',
      sessions: { create: { shared: true } },
      events: { create: { id: randomUUID(), kind: 'lesson.opened', courseId: 'c', lessonId: '1.1', revision: 1, at: new Date() } },
      candidates: { create: { id: candidate! } },
    },
  })
  await db.attempt.create({ data: {
    id: randomUUID(), candidate: candidate!, courseId: 'c', revisionId, number: 1, itemIds: ['a'],
    result: { create: { answers: { a: word }, locale: 'nl', points: { a: 1 }, passed: true } },
  } })
  const place = Math.floor(Math.random() * 2 ** 30)
  await db.certificate.create({ data: {
    code: word, requestId: randomUUID(), personId: id, name: `paper ${word}`, courseId: 'c', pathId: 'p', revisionId, locale: 'nl',
    validUntil: new Date(), statusIndex: place, credential: { name: word }, revocation: { create: { reason: 'withdrawn' } },
  } })
  await db.signIn.create({ data: { email, locale: 'nl', browser: browser! } })
  await db.outboxMail.create({ data: { to: email, subject: 's', text: word } })
  return { id, word, email, place, candidate: candidate!, actor: personActor(id, 'a session') }
}

/** Where one of these texts stands in the database, in any table and column, as text: `Table: count`. */
async function tracesOf(...texts: string[]) {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select format('%I.%I', table_schema, table_name) as "name" from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`
  expect(tables.length).toBeGreaterThan(Object.keys(registry).length)
  const traces: string[] = []
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ row: string }[]>(`select t::text as "row" from ${name} t`)
    const count = rows.filter(({ row }) => texts.some((text) => row.includes(text))).length
    if (count > 0) traces.push(`${name}: ${count}`)
  }
  return traces
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('erasePerson', () => {
  it('leaves nothing of a person in any table, and everything of the others', async () => {
    const [gone, stays] = [await somebody(), await somebody()]
    const ofStays = await tracesOf(stays.id, stays.word, hex(stays.candidate))
    expect(ofStays.length).toBe(personalTables.length - 1) // a revocation names only its certificate
    expect(await tracesOf(gone.id, gone.word, hex(gone.candidate))).toEqual(ofStays)
    await erasePerson(gone.actor)
    expect(await tracesOf(gone.id, gone.word, hex(gone.candidate))).toEqual([])
    expect(await tracesOf(stays.id, stays.word, hex(stays.candidate))).toEqual(ofStays)
    expect([await db.certificateRevocation.count(), await db.attemptResult.count()]).toEqual([1, 1])
    expect(await db.retiredPlace.findMany({ where: { statusIndex: { in: [gone.place, stays.place] } } })).toEqual([{ statusIndex: gone.place }])
  })

  it('bears being asked twice, also at once', async () => {
    const { actor, id } = await somebody()
    await Promise.all([erasePerson(actor), erasePerson(actor)])
    await erasePerson(actor)
    expect(await tracesOf(id)).toEqual([])
  })

  it('deletes all or nothing', async () => {
    const { actor, place, id, word } = await somebody()
    const before = await tracesOf(id, word)
    // The last table of all refuses.
    await db.$executeRaw`create function refuse() returns trigger language plpgsql as $$ begin raise 'not this one'; end $$`
    await db.$executeRaw`create trigger refuse before delete on "Person" for each row execute function refuse()`
    const refused = await erasePerson(actor).catch(String)
    await db.$executeRaw`drop function refuse cascade`
    expect(refused).toContain('not this one')
    expect(await tracesOf(id, word)).toEqual(before)
    expect(await db.retiredPlace.count({ where: { statusIndex: place } })).toBe(0)
  })

  it.each([anonymous, systemActor('mail')])('is for people alone: $kind', async (actor) => {
    const { id, word } = await somebody()
    await expect(erasePerson(actor)).rejects.toMatchObject({ name: 'Denied' })
    expect((await tracesOf(id, word)).length).toBeGreaterThan(0)
  })
})

describe('getRecords', () => {
  it('gives a person one row of every table with just the columns that are theirs, and nothing of others', async () => {
    const [me, other] = [await somebody(), await somebody()]
    const rows = await getRecords(me.actor)
    expect(Object.fromEntries(Object.entries(rows).map(([table, found]) => [table, found.map((row) => Object.keys(row))])))
      .toEqual(Object.fromEntries(personalTables.map(([table, { given }]) => [table, [given]])))
    expect(rows.Person).toEqual([expect.objectContaining({ email: me.email, name: `name ${me.word}`, locale: 'nl' })])
    const file = JSON.stringify(rows)
    for (const part of [other.id, other.word, me.id, hex(me.candidate)]) expect(file).not.toContain(part)
  })

  it('is empty for somebody who was deleted meanwhile', async () => {
    const { actor } = await somebody()
    await erasePerson(actor)
    expect(new Set(Object.values(await getRecords(actor)).map((found) => found.length))).toEqual(new Set([0]))
  })

  it('is told by kind, in words, with every table in its place', async () => {
    const { actor, email } = await somebody()
    const { records, site } = explained(await getRecords(actor), people.records.of, 'https://learn.example.org')
    expect(site).toBe('https://learn.example.org')
    expect(records.map(({ name }) => name)).toEqual(recordNames.filter((name) => name !== 'limit').map((name) => people.records.of[name].name))
    expect(records[0]).toMatchObject({ ...people.records.of.account, rows: { Person: [{ email }] } })
    expect(records.flatMap(({ rows }) => Object.keys(rows)).toSorted()).toEqual(personalTables.map(([table]) => table).toSorted())
  })
})
