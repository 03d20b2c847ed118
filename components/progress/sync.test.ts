import 'fake-indexeddb/auto'
import { account, owned, signedIn } from './account.fixture'

type Device = typeof import('./device')

const course = 'safer-spaces'
const tooMany = { status: 429, error: 'access.errors.tooMany' }
const ended = { status: 401, error: 'access.errors.signIn' }
const pages = new EventTarget()
const wait = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds)

let server: ReturnType<typeof account>
let device: Device
let people = 0
let n = 0
const happens = () => device.append({ kind: 'block.tried', course, lesson: '6.3', block: `b${n++}` })
const sends = () => server.asked.map(({ body }) => body.events?.length)

beforeEach(async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] })
  Object.assign(globalThis, {
    document: Object.assign(pages, { visibilityState: 'visible' }),
    addEventListener: pages.addEventListener.bind(pages),
    BroadcastChannel: undefined,
  })
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { onLine: true } })
  server = account()
  signedIn(owned(`phone${people++}`))
  await jest.isolateModulesAsync(async () => {
    device = await import('./device')
    await device.all(course)
    await wait(0)
    await import('./sync')
  })
  await wait(10)
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
