import { randomUUID } from 'node:crypto'
import { codeOf, isCodeOf, written } from './code'

describe('codeOf', () => {
  it('is eight digits, always the same for a sign-in, and another for another', () => {
    const id = randomUUID()
    expect(codeOf(id)).toMatch(/^\d{8}$/)
    expect(codeOf(id)).toBe(codeOf(id))
    expect(new Set(Array.from({ length: 2000 }, () => codeOf(randomUUID()))).size).toBeGreaterThan(1990)
  })

  it('favours no digit at any place', () => {
    const count = 20_000
    const seen = Array.from({ length: 8 }, () => Array<number>(10).fill(0))
    for (let n = 0; n < count; n++) codeOf(`fixed ${n}`).split('').forEach((digit, place) => seen[place]![Number(digit)]!++)
    // Chi squared with 9 degrees of freedom: 33.7 is passed once in ten thousand, and the ids stand still.
    for (const place of seen) expect(place.reduce((sum, found) => sum + (found - count / 10) ** 2 / (count / 10), 0)).toBeLessThan(33.7)
  })
})

describe('isCodeOf', () => {
  it('takes the code and nothing beside it', () => {
    const id = randomUUID()
    const code = codeOf(id)
    expect(isCodeOf(id, code)).toBe(true)
    const off = String((Number(code[0]) + 1) % 10) + code.slice(1)
    for (const each of [off, code.slice(1), `${code}0`, '', '        ', codeOf(randomUUID())]) expect(isCodeOf(id, each)).toBe(false)
  })
})

it('the mail shows it in two groups', () => expect(written('01234567')).toBe('0123 4567'))
