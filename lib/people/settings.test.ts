import fc from 'fast-check'
import { settingsSchema } from './schema'

const parse = (given: Record<string, string>) => settingsSchema.safeParse({ name: '', pronouns: '', contact: 'mail', ...given })
const wrongIn = (given: Record<string, string>) => parse(given).error?.issues.map(({ path, message }) => [path[0], message])

describe('settingsSchema', () => {
  it('takes free words in any script, and nothing at all', () => {
    expect(parse({}).data).toEqual({ name: '', pronouns: '', contact: 'mail' })
    expect(parse({ name: '  نور\u00a0 الدين ', pronouns: 'ንሳ/ንሱ', contact: 'none' }).data).toEqual({ name: 'نور الدين', pronouns: 'ንሳ/ንሱ', contact: 'none' })
  })

  it('keeps words on one line, and parsing them again changes nothing', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (name) => {
      const { data } = parse({ name })
      if (!data) return expect(wrongIn({ name })).toEqual([['name', 'people.errors.name']])
      expect(data.name).not.toMatch(/\p{Cc}|^\s|\s$|\s\s/u)
      expect(Array.from(data.name).length).toBeLessThanOrEqual(80)
      expect(parse({ name: data.name }).data).toEqual(data)
    })))

  it('counts characters as people see them in most scripts: 80 for a name, 40 for pronouns', () => {
    expect(parse({ name: '😀'.repeat(80), pronouns: 'ñ'.repeat(40) }).success).toBe(true)
    expect(wrongIn({ name: 'a'.repeat(81), pronouns: 'a'.repeat(41) })).toEqual([
      ['name', 'people.errors.name'], ['pronouns', 'people.errors.pronouns'],
    ])
  })

  it('takes no other contact, and no other field', () => {
    expect(wrongIn({ contact: 'phone' })).toEqual([['contact', 'people.errors.contact']])
    expect(parse({ email: 'other@example.org' }).success).toBe(false)
  })
})
