import 'fake-indexeddb/auto'
import { setMaxListeners } from 'node:events'
import { deleteDB, openDB } from 'idb'
import { batchSchema } from '@/lib/progress/schema'
import { stamp } from './stamp'

type Device = typeof import('./device')

const course = 'safer-spaces'
const tried = (block: string) => ({ kind: 'block.tried', course, lesson: '6.3', block, revision: 1 }) as const

/** A page of its own, with its own memory, on the same device. */
const tab = async (): Promise<Device> => {
  let device: Device | undefined
  await jest.isolateModulesAsync(async () => void (device = await import('./device')))
  return device!
}

/** Waits until it is so, two seconds at most. */
async function reached(check: () => void | Promise<void>, until = Date.now() + 2_000): Promise<void> {
  try {
    await check()
  } catch (error) {
    if (Date.now() > until) throw error
    await new Promise((resolve) => setTimeout(resolve, 5))
    await reached(check, until)
  }
}

const pages = new EventTarget()
setMaxListeners(0, pages)
const Channel = BroadcastChannel
beforeAll(() => {
  Object.assign(globalThis, {
    document: { cookie: '' },
    addEventListener: pages.addEventListener.bind(pages),
    // Node would wait for the channel to close.
    BroadcastChannel: class extends Channel {
      constructor(name: string) {
        super(name)
        ;(this as unknown as { unref(): void }).unref()
      }
    },
  })
})
afterEach(async () => (await tab()).erase())

describe('the device', () => {
  it('shows at once what happens, and finds it again on the next page', async () => {
    const one = await tab()
    one.append({ kind: 'lesson.opened', course, lesson: '6.3', revision: 1 })
    one.append(tried('talk'))
    one.keepNote('a/b', 'my words')
    expect(one.view(course).progress.lessons['6.3']).toMatchObject({ lastBlock: 'talk', blocks: { talk: 'tried' } })
    expect(one.note('a/b')).toBe('my words')
    const next = await tab()
    await reached(async () => expect(await next.all(course)).toEqual(one.view(course).progress))
    expect([next.note('a/b'), next.view(course).ready, next.view(course).persistent]).toEqual(['my words', true, true])
    expect((await next.all('another')).lessons).toEqual({})
  })

  it('keeps what was done before the device was read, and what was there already', async () => {
    const before = await tab()
    before.append(tried('talk'))
    before.keepNote('old', 'old')
    before.keepNote('both', 'old')
    await before.all(course)
    const page = await tab()
    page.keepNote('both', 'new')
    page.append(tried('order'))
    expect(Object.keys((await page.all(course)).lessons['6.3']!.blocks).sort()).toEqual(['order', 'talk'])
    expect([page.note('old'), page.note('both')]).toEqual(['old', 'new'])
  })

  it('has handed over an answer when the page that gave it does nothing more', async () => {
    const page = await tab()
    await page.all(course)
    page.keepNote('check', '{"answers":{"1":"2"}}')
    // The same turn of the event loop: everything the page had to do is done, as with a tab that is killed now.
    const db = await openDB('haven')
    expect(await db.get('notes', 'check')).toBe('{"answers":{"1":"2"}}')
    db.close()
  })

  it('tells the other tabs', async () => {
    const [one, other] = [await tab(), await tab()]
    await Promise.all([one.all(course), other.all(course)])
    const heard = jest.fn()
    other.subscribe(heard)
    one.append(tried('talk'))
    one.keepNote('key', 'text')
    await reached(() => expect(other.note('key')).toBe('text'))
    expect(other.view(course).progress).toEqual(one.view(course).progress)
    expect(heard).toHaveBeenCalledTimes(2)
    await one.erase()
    await reached(() => expect(other.note('key')).toBe(''))
    expect(other.view(course).progress.lessons).toEqual({})
  })

  it('catches up when a page comes back from the memory of the browser', async () => {
    const sleeping = await tab()
    await sleeping.all(course)
    const channel = globalThis.BroadcastChannel
    Object.assign(globalThis, { BroadcastChannel: undefined })
    const awake = await tab()
    awake.append(tried('talk'))
    awake.keepNote('key', 'newer')
    await awake.all(course)
    Object.assign(globalThis, { BroadcastChannel: channel })
    expect(sleeping.note('key')).toBe('')
    pages.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    await reached(() => expect(sleeping.note('key')).toBe('newer'))
    expect(sleeping.view(course).progress.lessons['6.3']?.lastBlock).toBe('talk')
  })

  it('removes a note, and everything', async () => {
    const one = await tab()
    one.keepNote('key', 'text')
    one.keepNote('key', '')
    one.append(tried('talk'))
    await one.all(course)
    await one.erase()
    const next = await tab()
    expect((await next.all(course)).lessons).toEqual({})
    expect(next.note('key')).toBe('')
  })

  it('does not bring back what is erased while it is being read', async () => {
    const one = await tab()
    one.keepNote('key', 'text')
    await one.all(course)
    const next = await tab()
    const reading = next.all(course)
    await next.erase()
    await reading
    expect(next.note('key')).toBe('')
  })

  it('gives the same view until something changes, and a note is no change of progress', async () => {
    const one = await tab()
    await one.all(course)
    const before = one.view(course)
    one.keepNote('key', 'text')
    expect(one.view(course)).toBe(before)
    one.append(tried('talk'))
    expect(one.view(course)).not.toBe(before)
  })

  it('does not write a fact that changes nothing', async () => {
    const one = await tab()
    await one.all(course)
    one.append(tried('talk'))
    const before = one.view(course)
    one.append(tried('talk'))
    one.append({ ...tried('talk'), kind: 'block.reached' })
    expect(one.view(course)).toBe(before)
    one.append(tried('order'))
    one.append({ ...tried('talk'), kind: 'block.reached' })
    expect(one.view(course).progress.lessons['6.3']?.lastBlock).toBe('talk')
  })

  it('goes on in memory where the browser keeps nothing, and says so', async () => {
    const open = jest.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    const one = await tab()
    one.append(tried('talk'))
    one.keepNote('key', 'text')
    await one.all(course)
    await reached(() => expect(one.view(course)).toMatchObject({ persistent: false, ready: true }))
    expect([one.note('key'), one.view(course).progress.lessons['6.3']?.lastBlock]).toEqual(['text', 'talk'])
    open.mockRestore()
  })

  it('goes on in memory, and says so, where the browser never answers', async () => {
    const open = jest.spyOn(indexedDB, 'open').mockReturnValue({} as never)
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] })
    const device = await tab()
    const read = device.all(course)
    await jest.advanceTimersByTimeAsync(6_000)
    await read
    expect(device.view(course)).toMatchObject({ ready: true, persistent: false })
    jest.useRealTimers()
    open.mockRestore()
  })

  it('opens the device again when the connection was taken away', async () => {
    const one = await tab()
    await one.all(course)
    await deleteDB('haven')
    one.keepNote('key', 'text')
    await reached(async () => {
      const next = await tab()
      await next.all(course)
      expect(next.note('key')).toBe('text')
    })
    expect(one.view(course).persistent).toBe(true)
  })
})

describe('whose store it is', () => {
  const anna = `private.${'a'.repeat(22)}`
  const bela = `private.${'b'.repeat(22)}`
  const names = async () => (await indexedDB.databases()).map(({ name }) => name)
  beforeAll(() => jest.doMock('./sync', () => ({ begin: () => {} })))
  afterEach(async () => {
    for (const whose of [anna, bela]) {
      Object.assign(globalThis.document, { cookie: `__Host-who=${whose}` })
      await (await tab()).erase()
    }
    Object.assign(globalThis.document, { cookie: '' })
  })
  const tabOf = async (cookie: string) => {
    Object.assign(globalThis.document, { cookie })
    const page = await tab()
    await page.all(course)
    return page
  }

  it('is kept apart from person to person, and from what was learned without an account', async () => {
    ;(await tabOf('')).keepNote('key', 'of nobody')
    ;(await tabOf(`a=b; __Host-who=${anna}; c=d`)).keepNote('key', 'of anna')
    ;(await tabOf(`__Host-who=${bela}`)).append(tried('talk'))
    expect((await tabOf(`__Host-who=${bela}`)).note('key')).toBe('')
    expect((await tabOf(`__Host-who=${anna}`)).note('key')).toBe('of anna')
    expect((await tabOf(`__Host-who=${anna}`)).view(course).progress.lessons).toEqual({})
    expect((await tabOf('')).note('key')).toBe('of nobody')
    expect(await names()).toEqual(expect.arrayContaining(['haven', `haven-${'a'.repeat(22)}`, `haven-${'b'.repeat(22)}`]))
  })

  it.each(['shared.short', 'other.aaaaaaaaaaaaaaaaaaaaaa', '../haven'])('takes a cookie that makes no sense (%s) for nobody', async (whose) => {
    ;(await tabOf('')).keepNote('key', 'of nobody')
    expect((await tabOf(`__Host-who=${whose}`)).note('key')).toBe('of nobody')
  })

  it('tells only the tabs of the same person', async () => {
    const [one, same, other] = [await tabOf(`__Host-who=${anna}`), await tabOf(`__Host-who=${anna}`), await tabOf(`__Host-who=${bela}`)]
    one.append(tried('talk'))
    await reached(() => expect(same.view(course).progress.lessons['6.3']?.lastBlock).toBe('talk'))
    expect(other.view(course).progress.lessons).toEqual({})
  })

  it('is the memory of the tab at a shared computer, and what another person left there is thrown away', async () => {
    const kept = new Map<string, string>()
    Object.assign(globalThis, {
      sessionStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, text: string) => void kept.set(key, text),
        removeItem: (key: string) => void kept.delete(key),
      },
    })
    const before = (await names()).length
    const shared = (letter: string) => `__Host-who=shared.${letter.repeat(22)}`
    const one = await tabOf(shared('c'))
    one.append(tried('talk'))
    one.keepNote('key', 'of cleo')
    const next = await tabOf(shared('c'))
    expect([next.note('key'), next.view(course).progress.lessons['6.3']?.lastBlock]).toEqual(['of cleo', 'talk'])
    const other = await tabOf(shared('d'))
    expect([other.note('key'), other.view(course).progress.lessons]).toEqual(['', {}])
    expect([...kept.values()].join()).not.toContain('of cleo')
    other.keepNote('key', 'of dora')
    await reached(() => expect([...kept.values()].join()).toContain('of dora'))
    expect(await names()).toHaveLength(before)
    // What one tab erases, another one of the same person must not write again.
    const same = await tabOf(shared('d'))
    await same.erase()
    await reached(() => expect(kept.size).toBe(0))
    await reached(() => expect(other.note('key')).toBe(''))
    await new Promise((resolve) => setTimeout(resolve, 20))
    other.keepNote('later', 'new words')
    await reached(() => expect([...kept.values()].join()).toContain('new words'))
    expect([...kept.values()].join()).not.toContain('of dora')
  })

  it('begins anew when somebody comes back to a page of another person', async () => {
    const reload = jest.fn()
    Object.assign(globalThis, { location: { reload } })
    Object.assign(globalThis.document, { documentElement: { hidden: false } })
    // The pages of other tests are still there.
    const page = new EventTarget()
    Object.assign(globalThis, { addEventListener: page.addEventListener.bind(page) })
    await tabOf(`__Host-who=${anna}`)
    page.dispatchEvent(new Event('focus'))
    expect(reload).not.toHaveBeenCalled()
    for (const cookie of [`__Host-who=${bela}`, '', `__Host-who=${anna.replace('private', 'shared')}`]) {
      Object.assign(globalThis.document, { cookie })
      page.dispatchEvent(new Event('focus'))
      expect(reload).toHaveBeenCalledTimes(1)
      expect(globalThis.document.documentElement.hidden).toBe(true)
      reload.mockClear()
    }
    Object.assign(globalThis, { addEventListener: pages.addEventListener.bind(pages) })
  })
})

describe('a new event', () => {
  it('comes after every other, also when the clock was put back, and the server takes it', () => {
    const future = '2031-01-01T00:00:00.000Z'
    const first = stamp(future)
    const second = stamp(first.at)
    expect([first.at, second.at]).toEqual(['2031-01-01T00:00:00.001Z', '2031-01-01T00:00:00.002Z'])
    expect(first.id < second.id).toBe(true)
    for (let turn = 0; turn < 500; turn++)
      expect(batchSchema.safeParse({ events: [{ ...stamp(''), ...tried('talk') }] }).success).toBe(true)
  })
})
