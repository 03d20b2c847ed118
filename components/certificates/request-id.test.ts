/** @jest-environment jsdom */
import { answered, requestIdFor } from './request-id'

// Cookies of this name need https, which jsdom does not speak.
const signedInAs = (who: string) =>
  jest.spyOn(document, 'cookie', 'get').mockReturnValue(who && `__Host-who=${who}`)
const [a, b] = ['a'.repeat(22), 'b'.repeat(22)]

beforeEach(() => signedInAs(`private.${a}`))

test('asking again is the same request, until its answer has come', () => {
  const first = requestIdFor('claim/desk/essentials')
  expect(first).toMatch(/^[0-9a-f-]{36}$/)
  expect(requestIdFor('claim/desk/essentials')).toBe(first)
  expect(requestIdFor('claim/desk/health')).not.toBe(first)
  answered('claim/desk/essentials')
  expect(requestIdFor('claim/desk/essentials')).not.toBe(first)
})

test('the page loaded again goes on with the same request', () => {
  const first = requestIdFor('reissue/X')
  jest.isolateModules(() => {
    const again = jest.requireActual<typeof import('./request-id')>('./request-id')
    expect(again.requestIdFor('reissue/X')).toBe(first)
  })
})

test('where storage is refused, the page itself remembers', () => {
  const refused = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('refused')
  })
  const first = requestIdFor('claim/desk/police')
  expect(requestIdFor('claim/desk/police')).toBe(first)
  refused.mockRestore()
})

test.each(['private', 'shared'])('what somebody else has asked for in this tab is not asked for again (%s)', (kind) => {
  signedInAs(`${kind}.${a}`)
  const first = requestIdFor('claim/desk/health')
  signedInAs('')
  signedInAs(`${kind}.${b}`)
  const second = requestIdFor('claim/desk/health')
  expect(second).not.toBe(first)
  answered('claim/desk/health')
  signedInAs(`${kind}.${a}`)
  expect(requestIdFor('claim/desk/health')).toBe(first)
})

test('at a shared computer nothing of it stays in the tab', () => {
  sessionStorage.clear()
  signedInAs(`shared.${a}`)
  const first = requestIdFor('claim/desk/essentials')
  expect(requestIdFor('claim/desk/essentials')).toBe(first)
  expect(sessionStorage).toHaveLength(0)
})
