import 'fake-indexeddb/auto'
import { account, owned, signedIn } from './account.fixture'

const minute = 60_000
const wait = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds)

let server: ReturnType<typeof account>
let page: EventTarget
let people = 0
const replace = jest.fn()
const tab = new Map<string, string>()

/** A page that reads nothing from the device: search, cards, help. */
async function open(whose: string | undefined) {
  page = Object.assign(new EventTarget(), {
    visibilityState: 'visible',
    documentElement: { lang: 'en', style: { setProperty: () => {}, removeProperty: () => {} } },
  })
  Object.assign(globalThis, {
    document: page,
    addEventListener: page.addEventListener.bind(page),
    dispatchEvent: page.dispatchEvent.bind(page),
    BroadcastChannel: undefined,
    location: { replace },
    sessionStorage: {
      getItem: (key: string) => tab.get(key) ?? null,
      setItem: (key: string, text: string) => void tab.set(key, text),
      removeItem: (key: string) => void tab.delete(key),
      clear: () => tab.clear(),
    },
  })
  signedIn(whose)
  await jest.isolateModulesAsync(async () => {
    await import('../../instrumentation-client')
    // One part loads the next: time for all of them.
    for (let turn = 0; turn < 50; turn++) {
      await new Promise(setImmediate)
      await wait(1)
    }
  })
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] })
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { onLine: true } })
  server = account()
  tab.clear()
  replace.mockClear()
})
afterEach(() => jest.useRealTimers())

test('at a shared computer a page that reads nothing is watched over all the same', async () => {
  await open(owned(`anna${people++}`, 'shared'))
  expect(tab.has('haven.seen')).toBe(true)
  await wait(16 * minute)
  expect(server.asked.map(({ path }) => path)).toContain('/api/sign-out')
  expect(replace).toHaveBeenCalledWith('/en/sign-in?quiet')
  expect(tab.size).toBe(0)
})

test('who is busy there is not quiet on the next page', async () => {
  tab.set('haven.seen', String(Date.now()))
  await open(owned(`bela${people++}`, 'shared'))
  const before = server.asked.length
  for (let minutes = 0; minutes < 16; minutes++) {
    await wait(minute)
    page.dispatchEvent(new Event('keydown'))
  }
  expect(Date.now() - Number(tab.get('haven.seen'))).toBeLessThan(minute)
  // The server's own quarter of an hour began again too.
  expect(server.asked.length).toBeGreaterThan(before)
  expect(replace).not.toHaveBeenCalled()
})

test.each([['nobody', undefined], ['a device of their own', owned('cleo')]])('%s: nothing is loaded', async (_, whose) => {
  await open(whose)
  await wait(16 * minute)
  expect([tab.size, server.asked, replace.mock.calls]).toEqual([0, [], []])
})
