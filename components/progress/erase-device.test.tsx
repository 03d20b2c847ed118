import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { all, append, erase, keepNote, note, view } from './device'
import { EraseDevice } from './erase-device'

const course = 'safer-spaces'
const labels = { erase: 'Erase everything', text: 'All is removed.', account: 'It stays in your account.', yes: 'Erase it all', no: 'Keep it', erased: 'Erased.' }
const page = document.documentElement
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(async () => {
  for (const [name, value] of [['theme', 'dark'], ['text', 'larger']] as const) {
    localStorage.setItem(`haven.${name}`, value)
    page.dataset[name] = value
  }
  localStorage.setItem('other', 'stays')
  append({ kind: 'lesson.opened', course, lesson: '6.3', revision: 1 })
  keepNote('a/b', 'my words')
  render(<EraseDevice labels={labels} />)
  await act(() => all(course))
})
afterEach(async () => {
  cleanup()
  localStorage.clear()
  await erase()
})

test('everything goes, with theme and text size, at once', async () => {
  press('Erase everything')
  await act(async () => press('Erase it all'))
  expect([localStorage.getItem('haven.theme'), localStorage.getItem('haven.text')]).toEqual([null, null])
  expect([page.dataset.theme, page.dataset.text]).toEqual([undefined, undefined])
  expect([note('a/b'), view(course).progress.lessons]).toEqual(['', {}])
  expect(localStorage.getItem('other')).toBe('stays')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByText('Erased.')))
})

test('nothing goes before the answer; the harmless one has the focus', () => {
  press('Erase everything')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep it' }))
  press('Keep it')
  expect([localStorage.getItem('haven.theme'), page.dataset.theme, note('a/b')]).toEqual(['dark', 'dark', 'my words'])
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Erase everything' }))
})

test('where the browser refuses storage the rest still goes', async () => {
  const refused = jest.spyOn(Storage.prototype, 'removeItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  press('Erase everything')
  await act(async () => press('Erase it all'))
  expect([page.dataset.theme, note('a/b')]).toEqual([undefined, ''])
  refused.mockRestore()
})
