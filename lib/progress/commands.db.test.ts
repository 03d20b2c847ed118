import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { type Actor, anonymous, personActor } from '@/lib/access/actor'
import { ownerOf } from '@/lib/access/cookies'
import { Denied } from '@/lib/access/errors'
import { db } from '@/lib/db'
import { mostEvents, recordEvents, syncDevice } from './commands'
import type { DeviceEvent } from './event'
import { anyDeviceLog, uuid } from './event.arbitrary'
import { getProgress, pageSize } from './queries'
import { reduce } from './reduce'
import { batchSchema } from './schema'

const course = 'safer-spaces'
const idOf = (actor: Actor) => (actor.kind === 'person' ? actor.personId : '')
const someone = async () => personActor((await db.person.create({ data: {}, select: { id: true } })).id, randomUUID())

let next = 0
/** An event that stands for itself: a block tried in lesson 6.3. */
const tried = (block: string, at = `2026-01-20T10:00:00.${String(next % 1000).padStart(3, '0')}Z`): DeviceEvent => ({
  id: uuid(2 ** 41 + next++),
  kind: 'block.tried',
  course,
  lesson: '6.3',
  block,
  revision: 1,
  at,
})
const blocks = (count: number) => Array.from({ length: count }, (_, index) => tried(`block-${index}`))
const ledger = () => db.progressEvent.findMany({ orderBy: { sequence: 'asc' } })

afterEach(() => db.person.deleteMany())
afterAll(() => db.$disconnect())

describe('recordEvents', () => {
  it('keeps what came, and gives it back as it was', async () => {
    const actor = await someone()
    const events: DeviceEvent[] = [
      { id: uuid(2 ** 41 + next++), kind: 'lesson.opened', course, lesson: '1.1', at: '2026-01-20T10:00:00.001Z' },
      tried('talk'),
      { id: uuid(2 ** 41 + next++), kind: 'commitment.written', course, at: '2026-01-20T11:00:00.000Z' },
    ]
    expect(await recordEvents(actor, { events })).toMatchObject({
      stored: events.map(({ id }) => id),
      events: [],
      more: false,
    })
    expect((await recordEvents(actor, { events: [] })).events).toEqual(events)
    expect(await getProgress(actor, course)).toEqual(reduce(events))
    expect(await getProgress(actor, 'another-course')).toEqual({ lessons: {} })
  })

  it('changes nothing when the same batch comes three more times', async () => {
    const actor = await someone()
    const batch = { events: blocks(50) }
    const first = await recordEvents(actor, batch)
    const before = await ledger()
    for (let again = 0; again < 3; again++) expect(await recordEvents(actor, batch)).toEqual(first)
    expect(await ledger()).toEqual(before)
  })

  it('stores each event once when 20 copies of a batch come at the same time, in any order', async () => {
    const actor = await someone()
    const events = blocks(40)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, copy) => recordEvents(actor, { events: copy % 2 ? events : events.toReversed() })),
    )
    for (const { stored } of answers) expect([...stored].sort()).toEqual(events.map(({ id }) => id).sort())
    expect((await ledger()).map(({ id }) => id).sort()).toEqual(events.map(({ id }) => id).sort())
  })

  it('brings two devices to the same progress', async () => {
    const actor = await someone()
    await fc.assert(
      fc.asyncProperty(anyDeviceLog, anyDeviceLog, async (one, other) => {
        await db.progressEvent.deleteMany()
        const first = await recordEvents(actor, { events: one })
        const second = await recordEvents(actor, { events: other })
        const third = await recordEvents(actor, { events: [], after: first.cursor })
        // An id that both devices used stays what it was when it came first.
        const known = new Set(one.map(({ id }) => id))
        const fresh = other.filter(({ id }) => !known.has(id))
        expect(reduce([...one, ...third.events])).toEqual(reduce([...one, ...fresh]))
        expect(reduce([...fresh, ...second.events])).toEqual(reduce([...one, ...fresh]))
        expect(await getProgress(actor, course)).toEqual(reduce([...one, ...fresh]))
      }),
      { numRuns: 25 },
    )
  })

  it('never lets a cursor pass an event that is still on its way', async () => {
    await db.$executeRaw`create function dawdle() returns trigger language plpgsql as 'begin perform pg_sleep(0.2); return new; end'`
    await db.$executeRaw`create trigger dawdle after insert on "ProgressEvent" for each row when (new."blockId" = 'slow') execute function dawdle()`
    const actor = await someone()
    const slow = recordEvents(actor, { events: [tried('slow')] })
    await new Promise((resolve) => setTimeout(resolve, 50))
    const { cursor, events } = await recordEvents(actor, { events: [tried('quick')] })
    await slow
    const later = await recordEvents(actor, { events: [], after: cursor })
    expect([...events, ...later.events].map((event) => 'block' in event && event.block)).toEqual(['slow'])
    await db.$executeRaw`drop function dawdle cascade`
  })

  it('neither takes over nor reveals what belongs to somebody else', async () => {
    const [owner, other] = [await someone(), await someone()]
    const theirs = tried('secret')
    await recordEvents(owner, { events: [theirs] })
    const before = await ledger()
    const mine = tried('mine')
    const claimed = await recordEvents(other, { events: [{ ...theirs, block: 'mine-now' } as DeviceEvent, mine] })
    const unknown = await recordEvents(other, { events: [tried('new'), mine] })
    expect(Object.keys(claimed)).toEqual(Object.keys(unknown))
    expect(claimed).toMatchObject({ stored: [theirs.id, mine.id], events: [] })
    expect((await ledger())[0]).toEqual(before[0])
    expect((await recordEvents(other, { events: [] })).events.map(({ id }) => id)).not.toContain(theirs.id)
    expect(Object.keys((await getProgress(other, course)).lessons['6.3']!.blocks)).not.toContain('mine-now')
  })

  it('corrects a clock that runs ahead, tells the device, and keeps the order of its events', async () => {
    const actor = await someone()
    const ahead = [tried('a', '2999-01-01T00:00:01.000Z'), tried('b', '2999-01-01T00:00:02.000Z')]
    const { events } = await recordEvents(actor, { events: ahead })
    expect(events.map(({ id }) => id)).toEqual(ahead.map(({ id }) => id))
    for (const { at } of events) expect(Date.parse(at)).toBeLessThanOrEqual(Date.now() + 1000)
    expect((await getProgress(actor, course)).lessons['6.3']).toMatchObject({ lastBlock: 'b' })
    const [reset] = (await recordEvents(actor, { events: [tried('c', '0000-01-01T00:00:00.000Z')] })).events.slice(-1)
    expect(reset?.at).toBe('2020-01-01T00:00:00.000Z')
  })

  it('gives a long ledger page by page', async () => {
    const actor = await someone()
    const events = blocks(pageSize + 10)
    for (let from = 0; from < events.length; from += 200)
      await recordEvents(actor, { events: events.slice(from, from + 200) })
    const first = await recordEvents(actor, { events: [] })
    const second = await recordEvents(actor, { events: [], after: first.cursor })
    expect([first.more, second.more]).toEqual([true, false])
    expect([...first.events, ...second.events].map(({ id }) => id).sort()).toEqual(events.map(({ id }) => id).sort())
  })

  it('takes nothing more into a ledger that is full, says so, and goes on telling what is new', async () => {
    const [actor, other] = [await someone(), await someone()]
    await db.$executeRaw`
      insert into "ProgressEvent" ("id", "personId", "kind", "courseId", "lessonId", "blockId", "at")
      select gen_random_uuid(), ${idOf(actor)}::uuid, 'block.tried', 'made-up', '1.1', 'b' || n, now() from generate_series(1, ${mostEvents - 1}) n`
    const [last, more, theirs] = [tried('last'), tried('more'), tried('theirs')]
    expect((await recordEvents(actor, { events: [last] })).stored).toEqual([last.id])
    const { stored, events } = await recordEvents(actor, { events: [more] })
    expect([stored, events.length]).toEqual([[], pageSize])
    expect(await db.progressEvent.count({ where: { id: more.id } })).toBe(0)
    expect((await recordEvents(other, { events: [theirs] })).stored).toEqual([theirs.id])
  })

  it('is closed to someone who is not signed in', async () => {
    await expect(recordEvents(anonymous, { events: [tried('a')] })).rejects.toThrow(Denied)
    await expect(getProgress(anonymous, course)).rejects.toThrow(Denied)
    expect(await ledger()).toEqual([])
  })
})

describe('syncDevice', () => {
  it('takes what belongs to whoever asks', async () => {
    const [actor, event] = [await someone(), tried('mine')]
    expect((await syncDevice(actor, { owner: ownerOf(idOf(actor)), events: [event] })).stored).toEqual([event.id])
  })

  it('neither writes nor tells anything when the device is somebody else’s, or does not say whose it is', async () => {
    const [anna, bela] = [await someone(), await someone()]
    await recordEvents(bela, { events: [tried('theirs')] })
    const before = await ledger()
    for (const owner of [ownerOf(idOf(anna)), 'A'.repeat(22), '', undefined]) {
      await expect(syncDevice(bela, { owner, events: [tried('queued')] })).rejects.toThrow(Denied)
      await expect(syncDevice(bela, { owner, events: [] })).rejects.toThrow(Denied)
    }
    await expect(syncDevice(anonymous, { owner: ownerOf(idOf(anna)), events: [] })).rejects.toThrow(Denied)
    expect(await ledger()).toEqual(before)
  })
})

describe('a batch', () => {
  const event = {
    id: uuid(1),
    kind: 'block.tried',
    course,
    lesson: '6.3',
    block: 'talk',
    at: '2026-01-20T10:00:00.000Z',
  }
  const accepts = (one: object, rest: object = {}) => batchSchema.safeParse({ events: [one], ...rest }).data?.events.length === 1

  it('takes what a device makes', () => {
    fc.assert(fc.property(anyDeviceLog, (events) => expect(batchSchema.parse({ events })).toEqual({ events })))
    expect(accepts(event, { after: '12' })).toBe(true)
  })

  it.each([
    ['an answer beside it', { ...event, answer: 'a' }],
    ['a sentence as an id', { ...event, block: 'I am afraid of him' }],
    ['a block that is missing', { ...event, block: undefined }],
    ['a block where none belongs', { ...event, kind: 'lesson.opened' }],
    ['words of a commitment', { id: event.id, kind: 'commitment.written', course, at: event.at, text: 'I will' }],
    ['a check that was passed, which only the server knows', { id: event.id, kind: 'check.passed', course, at: event.at }],
    ['a kind nobody knows', { ...event, kind: 'block.liked' }],
    ['an id that is no uuid v7', { ...event, id: '9f2c1f0e-5a4b-4c3d-8e2f-1a2b3c4d5e6f' }],
    ['a time without a zone', { ...event, at: '2026-01-20T10:00:00.000' }],
    ['an object in place of a text', { ...event, lesson: { not: '' } }],
  ])('leaves out %s, and takes the others', (_, bad) =>
    expect(batchSchema.parse({ events: [event, bad, event] }).events).toEqual([event, event]))

  it('refuses more than 200 events, a cursor that is no number, and an owner that is none', () => {
    expect(batchSchema.safeParse({ events: Array.from({ length: 201 }, () => event) }).success).toBe(false)
    expect(accepts(event, { after: '1 or 1' })).toBe(false)
    expect(accepts(event, { owner: 'anna@example.org' })).toBe(false)
    expect(accepts(event, { owner: 'A'.repeat(22) })).toBe(true)
  })
})
