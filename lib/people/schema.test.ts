import { askSchema, enterSchema } from './schema'

const enter = (code: string) => enterSchema.safeParse({ code, shared: 'yes', locale: 'en' })

describe('enterSchema', () => {
  it.each(['12345678', ' 1234 5678 ', '1234-5678', '1234\u00a05678', '١٢٣٤ ٥٦٧٨', '۱۲۳۴۵۶۷۸', '１２３４５６７８', '\u200f12345678\u200f'])(
    'reads %s',
    (code) => expect(enter(code).data?.code).toBe('12345678'),
  )
  it.each(['', '1234567', '123456789', '1234567a', 'O2345678', "' or 1=1", '1'.repeat(65)])('refuses %s', (code) =>
    expect(enter(code).error?.issues[0]?.message).toBe('people.errors.codeShape'),
  )
  it('wants to know whether the device is shared', () => {
    expect(enterSchema.safeParse({ code: '12345678', locale: 'en' }).error?.issues[0]?.message).toBe('people.errors.shared')
  })
})

describe('askSchema', () => {
  const ask = (email: unknown) => askSchema.safeParse({ email, locale: 'nl' })
  it('writes an address in one way', () => expect(ask('  Noor.K@Example.ORG ').data?.email).toBe('noor.k@example.org'))
  it.each(['', 'noor', 'noor@', '@example.org', 'a b@example.org', 'a@b.c, d@e.f', 'a@b.org\nbcc: d@e.f', `${'a'.repeat(250)}@b.org`])(
    'refuses %j',
    (email) => expect(ask(email).error?.issues[0]?.message).toBe('people.errors.email'),
  )
  it('takes nothing but its own fields, and texts alone', () => {
    expect(askSchema.safeParse({ email: 'a@b.org', locale: 'en', admin: 'yes' }).success).toBe(false)
    expect(ask({ not: '' }).success).toBe(false)
    expect(askSchema.safeParse({ email: 'a@b.org', locale: 'de' }).success).toBe(false)
  })
})
