/** @jest-environment jsdom */
import { answered, requestIdFor } from './request-id'

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
