import { Answer } from './answer.mjs'
import { PageCache } from './page-cache.mjs'

const answer = (text: string, bytes = 0) =>
  new Answer({ status: 200, headers: {}, body: Buffer.from(text.padEnd(bytes)) })
const shared = (text: string, seconds = 60) => ({ answer: answer(text), seconds })
const text = (kept: Answer | undefined) => kept?.body.toString()

function later<T>() {
  let resolve!: (value: T) => void
  const promise = new Promise<T>((done) => { resolve = done })
  return { promise, resolve }
}

describe('PageCache', () => {
  it('makes an answer once, however many ask for it at the same time', async () => {
    const cache = new PageCache()
    const made = later<ReturnType<typeof shared>>()
    let times = 0
    const make = () => { times++; return made.promise }
    const asked = Array.from({ length: 50 }, () => cache.once('/en', make))
    made.resolve(shared('page'))
    expect((await Promise.all(asked)).map(text)).toEqual(Array(50).fill('page'))
    expect(times).toBe(1)
    expect(text(cache.get('/en'))).toBe('page')
  })

  it('keeps nothing that must not be shared, nor a failure', async () => {
    const cache = new PageCache()
    expect(await cache.once('/en/a', async () => undefined)).toBeUndefined()
    await expect(cache.once('/en/b', async () => { throw new Error('planned') })).rejects.toThrow('planned')
    expect(cache.size).toBe(0)
    expect(text(await cache.once('/en/b', async () => shared('later')))).toBe('later')
  })

  it('forgets an answer when its time is over', async () => {
    let now = 0
    const cache = new PageCache({ now: () => now })
    await cache.once('/en', async () => shared('page', 2))
    now = 1999
    expect(text(cache.get('/en'))).toBe('page')
    now = 2000
    expect(cache.get('/en')).toBeUndefined()
    expect(cache.size).toBe(0)
  })

  it('does not keep what was begun before it was emptied, and lets nobody wait for it', async () => {
    const cache = new PageCache()
    const old = later<ReturnType<typeof shared>>()
    const before = cache.once('/en', () => old.promise)
    cache.empty()
    const after = cache.once('/en', async () => shared('new'))
    expect(text(await after)).toBe('new')
    old.resolve(shared('old'))
    expect(text(await before)).toBe('old')
    expect(text(cache.get('/en'))).toBe('new')
  })

  it('holds no more than its limits', async () => {
    const cache = new PageCache({ limits: { entries: 3, bytes: 1e6 } })
    for (const key of ['a', 'b', 'c', 'd']) await cache.once(key, async () => shared(key))
    expect([cache.size, text(cache.get('a')), text(cache.get('d'))]).toEqual([3, undefined, 'd'])
    const small = new PageCache({ limits: { entries: 100, bytes: 20_000 } })
    for (const key of ['a', 'b', 'c']) await small.once(key, async () => ({ answer: answer(key, 5000), seconds: 9 }))
    expect(small.size).toBeLessThan(3)
  })
})
