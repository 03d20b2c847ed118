import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import fc from 'fast-check'
import { type Actor, personActor } from '@/lib/access/actor'
import { db } from '@/lib/db'
import { recordEvents } from '@/lib/progress/commands'
import type { Fact } from '@/lib/progress/event'
import { getProgress } from '@/lib/progress/queries'
import { batchSchema } from '@/lib/progress/schema'
import { owned, signedIn } from './account.fixture'

// Two devices of one person, as the browser runs them, and the real ledger. What goes wrong goes wrong between them.

type Device = typeof import('./device')
interface Page {
  device: Device
  /** @param as what the cookie says at that moment; it is this page's person unless somebody else signed in */
  settle: (as?: string) => Promise<string>
}

const course = 'safer-spaces'

const pages = new EventTarget()
setMaxListeners(0, pages)
const Channel = BroadcastChannel
beforeAll(() => {
  Object.assign(globalThis, {
    document: Object.assign(pages, { visibilityState: 'visible' }),
    addEventListener: pages.addEventListener.bind(pages),
    // Node would wait for the channel to close.
    BroadcastChannel: class extends Channel {
      constructor(name: string) {
        super(name)
        ;(this as unknown as { unref(): void }).unref()
      }
    },
  })
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { onLine: true } })
})
afterEach(() => db.person.deleteMany())
afterAll(() => db.$disconnect())

/** Timers of a page that is gone must not run on. */
const timers: NodeJS.Timeout[] = []
const realTimeout = setTimeout
beforeAll(() => {
  globalThis.setTimeout = ((work: () => void, time: number) => {
    const timer = realTimeout(work, time)
    timer.unref()
    timers.push(timer)
    return timer
  }) as typeof setTimeout
})
afterEach(() => timers.splice(0).forEach(clearTimeout))

async function open(whose: string): Promise<Page> {
  signedIn(whose)
  const page = {} as Page
  await jest.isolateModulesAsync(async () => {
    page.device = await import('./device')
    const sync = await import('./sync')
    await page.device.all(course)
    // A page carries its own cookie; here all pages share one.
    page.settle = async (as = whose) => {
      signedIn(as)
      return sync.settle()
    }
    await page.settle()
  })
  return page
}

type Fate = 'arrives' | 'request lost' | 'answer lost' | 'arrives twice' | 'earlier ones again'

/** The way to the server: each request takes the next fate. */
function line(actor: Actor, fates: Fate[]) {
  const earlier: string[] = []
  const serve = (body: string) => recordEvents(actor, batchSchema.parse(JSON.parse(body)))
  globalThis.fetch = (async (path: string, { body }: { body: string }) => {
    if (path !== '/api/progress') return { ok: true, status: 200, json: async () => ({ passed: false }) }
    const fate = fates.shift() ?? 'arrives'
    if (fate === 'request lost') throw new TypeError('network')
    earlier.push(body)
    if (fate === 'arrives twice') await Promise.all([serve(body), serve(body)])
    if (fate === 'earlier ones again') for (const old of earlier.toReversed()) await serve(old)
    const said = JSON.parse(JSON.stringify(await serve(body))) as unknown
    if (fate === 'answer lost') throw new TypeError('network')
    return { ok: true, status: 200, json: async () => said }
  }) as unknown as typeof fetch
}

const fate = fc.constantFrom<Fate>('arrives', 'request lost', 'answer lost', 'arrives twice', 'earlier ones again')
const lesson = fc.constantFrom('1.1', '6.3')
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ kind: fc.constantFrom('lesson.opened' as const, 'lesson.finished' as const), course: fc.constant(course), lesson }),
  fc.record({
    kind: fc.constantFrom('block.reached' as const, 'block.tried' as const, 'block.skipped' as const),
    course: fc.constant(course),
    lesson,
    block: fc.constantFrom('a', 'b', 'c'),
  }),
  fc.record({ kind: fc.constant('commitment.written' as const), course: fc.constant(course) }),
)
type Step = { at: 0 | 1; does: Fact | 'settles' | 'opens a new page' }
const step: fc.Arbitrary<Step> = fc.record({
  at: fc.constantFrom(0 as const, 1 as const),
  does: fc.oneof({ weight: 5, arbitrary: fact }, { weight: 3, arbitrary: fc.constant('settles' as const) }, { weight: 1, arbitrary: fc.constant('opens a new page' as const) }),
})

let run = 0

test('two devices and the account come to the same, whatever gets lost, repeated or mixed up on the way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.array(fate, { maxLength: 15 }), async (steps, fates) => {
      const { id } = await db.person.create({ data: {}, select: { id: true } })
      const actor = personActor(id, randomUUID())
      line(actor, fates)
      const names = [owned(`phone${run}`), owned(`desk${run++}`)]
      const pages = [await open(names[0]!), await open(names[1]!)]
      for (const { at, does } of steps) {
        if (does === 'settles') await pages[at]!.settle()
        else if (does === 'opens a new page') pages[at] = await open(names[at]!)
        else pages[at]!.device.append(does)
      }
      fates.length = 0
      for (const at of [0, 1, 0]) expect(await pages[at]!.settle()).toBe('sent')
      const kept = await getProgress(actor, course)
      for (const { device } of pages) expect(device.view(course).progress).toEqual(kept)
      // Each fact that a device ever had stands in the ledger, once.
      const ids = pages.flatMap(({ device }) => device.everything().events.map((event) => event.id))
      const stored = await db.progressEvent.findMany({ where: { personId: id }, select: { id: true } })
      expect(new Set(stored.map((row) => row.id))).toEqual(new Set(ids))
      const before = await db.progressEvent.count()
      for (const name of names) {
        const page = await open(name)
        expect(page.device.view(course).progress).toEqual(kept)
      }
      expect(await db.progressEvent.count()).toBe(before)
    }),
    { numRuns: 30 },
  )
}, 120_000)

test('an event that the server cannot read does not hold up the others, and stays', async () => {
  const { id } = await db.person.create({ data: {}, select: { id: true } })
  const actor = personActor(id, randomUUID())
  line(actor, [])
  const served = globalThis.fetch
  globalThis.fetch = (async (path: string, request: { body: string }) => {
    const { events } = JSON.parse(request.body) as { events: { lesson?: string }[] }
    if (events.some(({ lesson: at }) => at === 'of another version'))
      return { ok: false, status: 400, json: async () => ({ error: 'access.errors.badInput' }) }
    return served(path, request)
  }) as unknown as typeof fetch
  const page = await open(owned('phone-odd'))
  for (let n = 0; n < 9; n++)
    page.device.append({ kind: 'block.tried', course, lesson: n === 4 ? 'of another version' : '6.3', block: `b${n}` })
  expect(await page.settle()).toBe('sent')
  expect(await db.progressEvent.count()).toBe(8)
  expect(page.device.everything().events).toHaveLength(9)
})

test('what is queued for one person is never sent as another', async () => {
  const { id } = await db.person.create({ data: {}, select: { id: true } })
  line(personActor(id, randomUUID()), [])
  const page = await open(owned('anna'))
  page.device.append({ kind: 'commitment.written', course })
  // Somebody else signs in, in another tab.
  expect(await page.settle(owned('bela'))).toBe('signIn')
  expect(await page.settle('')).toBe('signIn')
  const theirs = await open(owned('bela'))
  expect(theirs.device.everything().events).toEqual([])
  expect(await db.progressEvent.count()).toBe(0)
  expect(await page.settle()).toBe('sent')
  expect(await db.progressEvent.count()).toBe(1)
})
