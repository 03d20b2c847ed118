import { randomUUID } from 'node:crypto'
import { newCode, groupedCode } from './code'
import { issueSchema, reissueSchema, withdrawSchema } from './schema'
import { toSeconds } from './validity'

const named = (name: unknown) => issueSchema.safeParse({ requestId: randomUUID(), course: 'safer-spaces', path: 'essentials', name, locale: 'en' })
const refusal = (name: unknown) => named(name).error?.issues[0]?.message

describe('the name on a certificate', () => {
  it.each([
    ['  Sam   de  Vries ', 'Sam de Vries'],
    ['Ame\u0301lie', 'Amélie'],
    ['محمد', 'محمد'],
    ['ኣብርሃም', 'ኣብርሃም'],
    ["Siobhán O'Neill-Đorđević", "Siobhán O'Neill-Đorđević"],
    ['می\u200cخواهم', 'می\u200cخواهم'],
  ])('takes “%s” as “%s”', (typed, kept) => expect(named(typed).data?.name).toBe(kept))

  it.each([
    ['', 'name'], ['  \n ', 'name'], ['...', 'name'], [undefined, 'name'], [7, 'name'], ['a'.repeat(101), 'nameTooLong'],
    ['Sam\u202enomiS', 'nameSigns'], ['Sam\u0000', 'nameSigns'], ['Sam\u200b', 'nameSigns'], ['Sam 😀', 'nameSigns'], ['山田', 'nameSigns'],
  ])('does not take %j', (typed, key) => expect(refusal(typed)).toBe(`certificates.errors.${key}`))

  it('takes a hundred letters of any script', () => {
    expect(named('ሀ'.repeat(100)).success).toBe(true)
  })
})

test('a request has nothing but what it needs, and only texts', () => {
  const input = { requestId: randomUUID(), code: groupedCode(newCode()).toLowerCase(), name: 'Sam' }
  expect(reissueSchema.safeParse(input).data?.code).toMatch(/^[0-9A-Z]{26}$/)
  for (const wrong of [{ ...input, code: { not: '' } }, { ...input, issuedAt: toSeconds(new Date()) }, { ...input, requestId: 'x' }])
    expect(reissueSchema.safeParse(wrong).success).toBe(false)
  expect(withdrawSchema.safeParse({ code: 'x' }).error?.issues[0]?.message).toBe('certificates.errors.code')
})
