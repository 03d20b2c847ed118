import IsrStore, { emptyIsrStore, onRevalidation } from './isr-store.mjs'

const segmentData = new Map([['/_tree', Buffer.from('y')]])
const page = { kind: 'APP_PAGE', html: '<p>', rscData: Buffer.from('x'), segmentData }

const { SharedCacheControls } = jest.requireActual<{ SharedCacheControls: { cacheControls: Map<string, unknown> } }>(
  'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js',
)

beforeEach(() => emptyIsrStore())

describe('IsrStore', () => {
  it('gives back what was stored, with its lifetime, to whichever request asks', async () => {
    await new IsrStore().set('/key', page, { cacheControl: { revalidate: 60 } })
    const kept = await new IsrStore().get('/key')
    expect(kept).toMatchObject({ value: page, cacheControl: { revalidate: 60 } })
    expect(Math.abs(kept.lastModified - Date.now())).toBeLessThan(5000)
    expect(await new IsrStore().get('/other')).toBeNull()
  })

  it('does not keep what a request began before it was emptied', async () => {
    const early = new IsrStore()
    emptyIsrStore()
    await early.set('/key', page)
    expect(await early.get('/key')).toBeNull()
    await new IsrStore().set('/key', page)
    expect(await early.get('/key')).not.toBeNull()
  })

  it('forgets everything, and says so, when Next declares anything out of date', async () => {
    let said = 0
    onRevalidation(() => { said++ })
    await new IsrStore().set('/key', page)
    await new IsrStore().revalidateTag()
    expect(await new IsrStore().get('/key')).toBeNull()
    expect(said).toBe(1)
  })

  it('stays small under a flood of addresses, and so does what Next remembers of them', async () => {
    for (let number = 0; number < 5000; number++) {
      SharedCacheControls.cacheControls.set(`/flood/${number}`, { revalidate: false })
      await new IsrStore().set(`/flood/${number}`, { ...page, html: 'x'.repeat(10_000) })
    }
    expect(await new IsrStore().get('/flood/0')).toBeNull()
    expect(await new IsrStore().get('/flood/4999')).not.toBeNull()
    expect(SharedCacheControls.cacheControls.size).toBeLessThan(2500)
  })
})
