import fc from 'fast-check'
import { listSize } from './credential'
import { statusBit } from './status-bit'
import { statusListOf } from './status-list'

const listOf = (places: readonly number[]) => statusListOf('https://learn.example.org', 0, places, 'did:key:z', '2026-11-21T10:00:00Z')

describe('statusBit', () => {
  it('reads what was set, and nothing else', async () => {
    const place = fc.nat({ max: listSize - 1 })
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(place, { maxLength: 20 }), fc.array(place, { maxLength: 20 }), async (taken, asked) => {
        const list = listOf(taken)
        for (const one of [...taken, ...asked, 0, listSize - 1]) expect(await statusBit(list, one)).toBe(taken.includes(one))
      }),
    )
  })

  it('counts from the leftmost bit of the first byte, as the specification does', async () => {
    const { encodedList } = listOf([0]).credentialSubject
    expect(encodedList).toMatch(/^uH4sI/)
    const { gunzipSync } = await import('node:zlib')
    const bytes = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'))
    expect([bytes.length, bytes[0], bytes.subarray(1).some(Boolean)]).toEqual([16_384, 0x80, false])
  })

  it('says that it does not know, when there is no such place or no list', async () => {
    expect(await statusBit(listOf([]), listSize)).toBeUndefined()
    for (const encodedList of ['', 'u', 'uAAAA', 'z123', 'H4sI'])
      expect(await statusBit({ id: '', credentialSubject: { encodedList } }, 0)).toBeUndefined()
  })
})
