import { valuesOf } from './form-state'

const form = (...entries: [string, string | Blob][]) => {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value as string)
  return data
}

describe('valuesOf', () => {
  it('takes what was typed, and leaves what React adds', () => {
    expect(valuesOf(form(['email', 'a@b.c'], ['$ACTION_REF_1', ''], ['$ACTION_1:0', '{}'], ['locale', 'en']))).toEqual({ email: 'a@b.c', locale: 'en' })
  })

  it('has no field that was not sent', () => {
    const values = valuesOf(form(['__proto__', 'x'])) ?? {}
    expect(Object.keys(values)).toEqual(['__proto__'])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
    expect(values.toString).toBe(Object.prototype.toString)
  })

  it.each([
    ['a name twice', form(['email', 'a@b.c'], ['email', 'd@e.f'])],
    ['a file', form(['email', new Blob(['x'])])],
    ['a text', 'email=a'],
    ['a record', { email: 'a' }],
    ['nothing', undefined],
  ])('refuses %s', (_name, sent) => expect(valuesOf(sent)).toBeUndefined())
})
