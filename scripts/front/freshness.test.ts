import { Answer } from './answer.mjs'
import { freshness } from './freshness.mjs'
import { PageCache } from './page-cache.mjs'

const made = (text: string) => {
  const answer = new Answer({ status: 200, headers: {}, body: Buffer.from(text) })
  return { answer, seconds: 60 }
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('freshness', () => {
  it('forgets a page begun before a change, even when a later request was handed it', async () => {
    const cache = new PageCache()
    const { empty, watch } = freshness(cache)
    let end!: () => void
    const old = watch(new Promise<ReturnType<typeof made>>((resolve) => { end = () => resolve(made('old')) }))
    void cache.once('/en?begun-before', () => old)
    empty()
    const handed = cache.once('/en', () => watch(old.then((page) => page))) // as Next does while it renders
    end()
    await handed
    await turn()
    expect(cache.get('/en')).toBeUndefined()
    await cache.once('/en', async () => made('new'))
    await turn()
    expect(cache.get('/en')?.body.toString()).toBe('new')
  })

  it('does not mind pages that fail', async () => {
    const cache = new PageCache()
    const { empty, watch } = freshness(cache)
    const failing = watch(Promise.reject(new Error('planned')))
    failing.catch(() => {})
    empty()
    await turn()
    await cache.once('/en', async () => made('new'))
    expect(cache.size).toBe(1)
  })
})
