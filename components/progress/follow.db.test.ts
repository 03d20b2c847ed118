import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import fc from 'fast-check'
import { type Actor, personActor } from '@/lib/access/actor'
import { db } from '@/lib/db'
import { ownerOf } from '@/lib/access/cookies'
import { Denied } from '@/lib/access/errors'
import { syncDevice } from '@/lib/progress/commands'
import type { Fact } from '@/lib/progress/event'
import { getProgress } from '@/lib/progress/queries'
import { batchSchema } from '@/lib/progress/schema'
import { claimTries } from '@/lib/quizzes/commands'
import { claimSchema } from '@/lib/quizzes/schema'
import { owned, signedIn } from './account.fixture'
import { checkNote } from './check-note'

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

/**
 * The way to the server: each request takes the next fate.
 * @param whose who is signed in when a request arrives
 * @param devices what this person's devices call themselves here, where each has a name of its own: they share one disk
 */
function line(whose: Actor | (() => Actor), fates: Fate[] = [], devices: string[] = []) {
  const earlier: string[] = []
  const actor = () => (typeof whose === 'function' ? whose() : whose)
  const read = (body: string) => {
    const said = JSON.parse(body) as { owner: string }
    return devices.some((name) => name.endsWith(`.${said.owner}`)) ? { ...said, owner: nameOf(actor()) } : said
  }
  const serve = (body: string) => syncDevice(actor(), batchSchema.parse(read(body)))
  const answer = async (asked: Promise<object>) => {
    const [said, status] = await asked.then((given) => [given, 200] as const, refusal)
    return { ok: status === 200, status, json: async () => JSON.parse(JSON.stringify(said)) as unknown }
  }
  globalThis.fetch = (async (path: string, { body }: { body: string }) => {
    if (path !== '/api/progress') return answer(claimTries(actor(), claimSchema.parse(read(body))))
    const fate = fates.shift() ?? 'arrives'
    if (fate === 'request lost') throw new TypeError('network')
    earlier.push(body)
    if (fate === 'arrives twice') await Promise.all([serve(body), serve(body)])
    if (fate === 'earlier ones again') for (const old of earlier.toReversed()) await serve(old)
    const said = await answer(serve(body))
    if (fate === 'answer lost') throw new TypeError('network')
    return said
  }) as unknown as typeof fetch
}

/** As the door answers (lib/access/door.ts). */
const refusal = (error: unknown) => {
  if (error instanceof Denied) return [{ error: 'access.errors.signIn' }, 401] as const
  throw error
}

const newPerson = async () => personActor((await db.person.create({ data: {}, select: { id: true } })).id, randomUUID())
const idOf = (actor: Actor) => (actor.kind === 'person' ? actor.personId : '')
const nameOf = (actor: Actor) => ownerOf(idOf(actor))
/** What the cookie says of somebody at their own device. */
const cookieOf = (actor: Actor) => `private.${nameOf(actor)}`

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
      const actor = await newPerson()
      const names = [owned(`phone${run}`), owned(`desk${run++}`)]
      line(actor, fates, names)
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
      const stored = await db.progressEvent.findMany({ where: { personId: idOf(actor) }, select: { id: true } })
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

test('an event that the server cannot read does not hold up the others, stays, and is not called sent', async () => {
  const actor = await newPerson()
  line(actor)
  const page = await open(cookieOf(actor))
  for (let n = 0; n < 9; n++)
    page.device.append({ kind: 'block.tried', course, lesson: n === 4 ? 'of another version' : '6.3', block: `b${n}` })
  for (let turn = 0; turn < 2; turn++) {
    expect(await page.settle()).toBe('failed')
    expect(await db.progressEvent.count()).toBe(8)
    expect(unsent(page)).toHaveLength(1)
  }
  const later = await open(cookieOf(actor))
  expect(await later.settle()).toBe('failed')
  expect(unsent(later)).toMatchObject([{ block: 'b4' }])
})

const unsent = ({ device }: Page) => device.everything().events.filter(({ sent }) => !sent)

test('what is queued for one person is never sent as another', async () => {
  const [anna, bela] = [await newPerson(), await newPerson()]
  line(anna)
  const page = await open(cookieOf(anna))
  page.device.append({ kind: 'commitment.written', course })
  // Somebody else signs in, in another tab.
  expect(await page.settle(cookieOf(bela))).toBe('signIn')
  expect(await page.settle('')).toBe('signIn')
  expect(await db.progressEvent.count()).toBe(0)
  expect(await page.settle()).toBe('sent')
  expect(await db.progressEvent.count()).toBe(1)
  line(bela)
  const theirs = await open(cookieOf(bela))
  expect(theirs.device.everything().events).toEqual([])
})

test('nor when the other one signs in while it is being sent: nothing is written, nothing is told, all is kept', async () => {
  const [anna, bela] = [await newPerson(), await newPerson()]
  line(bela)
  const theirs = await open(cookieOf(bela))
  theirs.device.append({ kind: 'commitment.written', course })
  expect(await theirs.settle()).toBe('sent')

  let session = anna
  line(() => session)
  const page = await open(cookieOf(anna))
  page.device.keepNote(checkNote(course), JSON.stringify({ candidate: 'c'.repeat(43), attempt: 'a', answers: {}, at: 0 }))
  for (let n = 0; n < 201; n++) page.device.append({ kind: 'block.tried', course, lesson: '6.3', block: `b${n}` })
  let asked = 0
  line(() => (asked++ < 1 ? anna : session))
  session = bela
  expect(await page.settle()).toBe('signIn')
  expect(unsent(page)).toHaveLength(1)
  expect(page.device.view(course).progress.commitment).toBeUndefined()

  // Once more, and now the check is what is left to hand over.
  asked = 0
  expect(await page.settle()).toBe('signIn')
  expect(unsent(page)).toEqual([])
  expect(await db.candidate.count()).toBe(0)
  expect(await db.progressEvent.count({ where: { personId: idOf(bela) } })).toBe(1)

  session = anna
  expect(await page.settle()).toBe('sent')
  expect(await db.candidate.findMany({ select: { personId: true } })).toEqual([{ personId: idOf(anna) }])
})
