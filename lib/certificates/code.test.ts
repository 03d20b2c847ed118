import fc from 'fast-check'
import { groupedCode, newCode, normaliseCode } from './code'

describe('newCode', () => {
  it('draws 26 signs, each of 32 as often as the others', () => {
    const codes = Array.from({ length: 2_000 }, newCode)
    expect(new Set(codes).size).toBe(codes.length)
    const seen = new Map<string, number>()
    for (const sign of codes.join('')) seen.set(sign, (seen.get(sign) ?? 0) + 1)
    expect([...seen.keys()].sort().join('')).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ')
    // 52,000 signs, 1,625 of each: seven standard deviations are 280.
    for (const count of seen.values()) expect(Math.abs(count - 1_625)).toBeLessThan(280)
  })

  it('is a code', () => {
    const code = newCode()
    expect(normaliseCode(code)).toBe(code)
  })
})

describe('normaliseCode', () => {
  const spoken = (code: string, how: number) =>
    code.replace(/[01]/g, (sign) => (sign === '0' ? 'Oo0'[how % 3]! : 'IiLl1'[how % 5]!))

  it('reads what somebody typed, in small letters, in groups, with the letters that look alike', () => {
    fc.assert(
      fc.property(fc.constant(0).map(newCode), fc.nat(), fc.constantFrom('-', ' ', '\u2011', '\n', ' – ', '\u200f'), (code, how, between) => {
        expect(normaliseCode(groupedCode(code))).toBe(code)
        const typed = spoken(code, how).replace(/(.{3})/g, `$1${between}`)
        expect(normaliseCode(how % 2 ? typed.toLowerCase() : ` ${typed}\t`)).toBe(code)
      }),
    )
  })

  it('refuses everything else', () => {
    for (const text of ['', 'K7Q2', `${'A'.repeat(26)}A`, 'U'.repeat(26), `${'A'.repeat(25)}é`, "' or 1=1 --"])
      expect(normaliseCode(text)).toBeUndefined()
    fc.assert(fc.property(fc.string(), (text) => expect(normaliseCode(text) ?? '0'.repeat(26)).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)))
  })
})

test('groupedCode shows a code in groups of four', () => {
  expect(groupedCode('K7Q2M4XT9B6Z0HVN3RJ8WYE5PC')).toBe('K7Q2-M4XT-9B6Z-0HVN-3RJ8-WYE5-PC')
})
