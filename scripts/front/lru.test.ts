import fc from 'fast-check'
import { Lru } from './lru.mjs'

describe('Lru', () => {
  it('never holds more than its limits, and knows how much it holds', () =>
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(12)), { maxLength: 60 }), (steps) => {
      const lru = new Lru({ entries: 4, bytes: 20 })
      const held = new Map<string, number>()
      for (const [name, bytes] of steps) {
        lru.set(String(name), bytes, bytes)
        held.set(String(name), bytes)
        const sum = [...held].reduce((total, [key]) => total + ((lru.get(key) as number | undefined) ?? 0), 0)
        expect(lru.bytes).toBe(sum)
        expect(lru.size).toBeLessThanOrEqual(4)
        expect(lru.bytes).toBeLessThanOrEqual(20)
      }
    })))

  it('forgets what was not asked for longest', () => {
    const lru = new Lru({ entries: 2, bytes: 100 })
    lru.set('a', 1, 1)
    lru.set('b', 2, 1)
    lru.get('a')
    lru.set('c', 3, 1)
    expect(['a', 'b', 'c'].map((key) => lru.get(key))).toEqual([1, undefined, 3])
  })

  it('does not keep what is larger than all its room', () => {
    const lru = new Lru({ entries: 2, bytes: 10 })
    lru.set('a', 1, 5)
    lru.set('b', 2, 11)
    expect([lru.get('a'), lru.get('b')]).toEqual([1, undefined])
  })

  it('holds nothing after clear', () => {
    const lru = new Lru({ entries: 2, bytes: 10 })
    lru.set('a', 1, 5)
    lru.clear()
    expect([lru.get('a'), lru.size, lru.bytes]).toEqual([undefined, 0, 0])
  })
})
