import 'fake-indexeddb/auto'
import { account, owned, signedIn } from './account.fixture'
import { checkNote } from './check-note'

type Device = typeof import('./device')

const course = 'safer-spaces'
const tooMany = { status: 429, error: 'access.errors.tooMany' }
const ended = { status: 401, error: 'access.errors.signIn' }
let pages: EventTarget
const wait = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds)
/** Until nothing happens any more: the disk of these tests answers in its own time. */
async function rest() {
  await wait(2_500)
  for (let turn = 0; turn < 2_000; turn++) await new Promise(setImmediate)
}

let server: ReturnType<typeof account>
let device: Device
let people = 0
let n = 0
const happens = () => device.append({ kind: 'block.tried', course, lesson: '6.3', block: `b${n++}` })
let syncState: typeof import('./sync-state').syncState
const unsent = () => device.everything().events.filter(({ sent }) => !sent)
const beginsCheck = () =>
  device.keepNote(checkNote(course), JSON.stringify({ candidate: 'c'.repeat(43), attempt: 'a', answers: {}, at: 0 }))
const sends = () => server.asked.filter(({ path }) => path === '/api/progress').map(({ body }) => body.events?.length)

/** A page of its own, as after a navigation. */
async function load() {
  await jest.isolateModulesAsync(async () => {
    device = await import('./device')
    await device.all(course)
    await wait(0)
    await import('./sync')
    ;({ syncState } = await import('./sync-state'))
  })
  await wait(10)
}

beforeEach(async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] })
  pages = new EventTarget()
  Object.assign(globalThis, {
    document: Object.assign(pages, { visibilityState: 'visible' }),
    addEventListener: pages.addEventListener.bind(pages),
    BroadcastChannel: undefined,
  })
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { onLine: true } })
  server = account()
  signedIn(owned(`phone${people++}`))
  await load()
})
afterEach(() => jest.useRealTimers())

test('what happens in a row travels together, soon', async () => {
  expect(sends()).toEqual([0])
  for (let turn = 0; turn < 5; turn++) happens()
  await wait(1_900)
  expect(sends()).toEqual([0])
  await wait(200)
  expect(sends()).toEqual([0, 5])
  await wait(60_000)
  expect(sends()).toEqual([0, 5])
  expect(server.ledger.size).toBe(5)
})

test('a word about too many requests is heeded: nothing for a minute, whatever happens meanwhile', async () => {
  server.trouble.push(tooMany)
  happens()
  await wait(2_100)
  happens()
  await wait(57_000)
  expect(sends()).toEqual([0, 1])
  await wait(30_000)
  expect(sends()).toEqual([0, 1, 2])
})

test('what fails is tried again, each time later, and at once when the network is back', async () => {
  server.trouble.push('offline', 'offline', 'offline', 'offline')
  happens()
  await wait(40_000)
  const tried = sends().length
  expect(tried).toBeGreaterThanOrEqual(3)
  expect(tried).toBeLessThanOrEqual(5)
  server.trouble.length = 0
  pages.dispatchEvent(new Event('online'))
  await wait(10)
  expect(server.ledger.size).toBe(1)
})

test('when the session has ended it stops, keeps everything, and goes on when the person is back', async () => {
  server.trouble.push(ended)
  happens()
  await wait(2_100)
  happens()
  await wait(10 * 60_000)
  expect(sends()).toEqual([0, 1])
  expect(device.everything().events).toHaveLength(2)
  pages.dispatchEvent(new Event('visibilitychange'))
  await wait(10)
  expect(server.ledger.size).toBe(2)
})

test('an answer that makes no sense is no answer', async () => {
  const asked = server.asked.length
  const served = globalThis.fetch
  globalThis.fetch = (async () => ({ ok: true, status: 200, json: async () => ({ welcome: 'to the guest network' }) })) as unknown as typeof fetch
  happens()
  await wait(2_100)
  expect(device.everything().events.every(({ sent }) => sent)).toBe(false)
  globalThis.fetch = served
  await wait(60_000)
  expect(server.asked.length).toBeGreaterThan(asked)
  expect(device.everything().events.every(({ sent }) => sent)).toBe(true)
})

test('every request says whose it is; when somebody else is signed in by then, it stops and keeps everything', async () => {
  const me = people - 1
  beginsCheck()
  for (let turn = 0; turn < 250; turn++) happens()
  server.gate.heard = async () => void (server.gate.owner = owned('bela').slice(-22))
  await rest()
  await wait(10 * 60_000)
  expect(sends()).toEqual([0, 200, 50])
  expect(new Set(server.asked.map(({ body }) => body.owner))).toEqual(new Set([owned(`phone${me}`).slice(-22)]))
  expect(unsent()).toHaveLength(50)
  expect([server.ledger.size, server.claimed.length, syncState()]).toEqual([200, 0, 'signIn'])
  // A check is handed over after the events: it stays too.
  Object.assign(server.gate, { owner: undefined, heard: async (path: string) => void (path === '/api/progress' && (server.gate.owner = owned('bela').slice(-22))) })
  pages.dispatchEvent(new Event('visibilitychange'))
  await rest()
  expect([unsent().length, server.claimed.length, syncState()]).toEqual([0, 0, 'signIn'])
  server.gate.owner = undefined
  server.gate.heard = async () => {}
  pages.dispatchEvent(new Event('visibilitychange'))
  await rest()
  expect([server.claimed.length, syncState()]).toEqual([1, 'sent'])
})

test('what the server cannot read stays unsent, is not called sent, holds nothing up, and goes with a later page', async () => {
  server.gate.reads = (event) => !('block' in event && ['odd', 'odder'].includes(event.block))
  const odd = (block: string) => device.append({ kind: 'block.tried', course, lesson: '6.3', block })
  odd('odd')
  for (let turn = 0; turn < 300; turn++) happens()
  odd('odder')
  await rest()
  await wait(10 * 60_000)
  expect(sends()).toEqual([0, 200, 102])
  expect([server.ledger.size, unsent().length, syncState()]).toEqual([300, 2, 'failed'])
  happens()
  await rest()
  expect(sends()).toEqual([0, 200, 102, 1])
  server.gate.reads = () => true
  await load()
  await rest()
  expect([server.ledger.size, unsent().length, syncState()]).toEqual([303, 0, 'sent'])
})

test('a server that can read nothing of it loses nothing, and is asked again', async () => {
  server.trouble.push(...Array.from({ length: 3 }, () => ({ status: 400, error: 'access.errors.badInput' })))
  happens()
  happens()
  await rest()
  expect([unsent().length, syncState()]).toEqual([2, 'failed'])
  await wait(60_000)
  await rest()
  expect([server.ledger.size, unsent().length, syncState()]).toEqual([2, 0, 'sent'])
})

test('a check that the server cannot read is not called handed over, and goes with a later page', async () => {
  beginsCheck()
  const refused = { status: 400, error: 'access.errors.badInput' }
  server.gate.heard = async (path) => void (path === '/api/progress' && server.trouble.push(refused))
  await rest()
  await wait(10 * 60_000)
  expect(server.asked.filter(({ path }) => path === '/api/check/claim')).toHaveLength(1)
  expect([server.claimed.length, syncState()]).toEqual([0, 'failed'])
  server.trouble.length = 0
  server.gate.heard = async () => {}
  happens()
  await rest()
  expect([server.ledger.size, server.claimed.length, syncState()]).toEqual([1, 0, 'failed'])
  await load()
  await rest()
  expect([server.claimed.length, syncState()]).toEqual([1, 'sent'])
})
