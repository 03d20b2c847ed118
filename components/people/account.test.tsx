import { act, cleanup, render, screen } from '@testing-library/react'
import { useAccount } from './account'

const person = (letter: string) => `__Host-who=private.${letter.repeat(22)}`
const Shown = () => <p>{useAccount()?.owner ?? 'nobody'}</p>

/** What jsdom says when a page wants to begin anew, which it cannot do. */
const reloads = jest.spyOn(console, 'error').mockImplementation(() => {})
const cookie = jest.spyOn(document, 'cookie', 'get')
const comeBack = () => act(() => void dispatchEvent(new Event('focus')))

afterEach(() => {
  cleanup()
  reloads.mockClear()
})

test('whoever comes back to a page of the same person finds it as it was', () => {
  cookie.mockReturnValue(person('a'))
  render(<Shown />)
  comeBack()
  expect(screen.getByText('a'.repeat(22))).toBeVisible()
  expect(reloads).not.toHaveBeenCalled()
})

test.each([
  ['somebody else', person('a'), person('b')],
  ['nobody any more', person('a'), ''],
  ['somebody by now', '', person('a')],
])('another tab has changed who it is: %s, so the page begins anew', (_, before, after) => {
  cookie.mockReturnValue(before)
  render(<Shown />)
  cookie.mockReturnValue(after)
  comeBack()
  expect(String(reloads.mock.calls[0]?.[0])).toContain('navigation')
})
