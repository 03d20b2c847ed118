import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { all, append, erase, keepNote, note, view } from './device'
import { EraseDevice } from './erase-device'
import { shelf } from './shelf'

// jsdom has none; what is kept here is plain.
globalThis.structuredClone ??= (value: unknown) => JSON.parse(JSON.stringify(value)) as never

const course = 'safer-spaces'
const labels = { erase: 'Erase everything', text: 'All is removed.', account: 'It stays in your account.', yes: 'Erase it all', no: 'Keep it', erased: 'Erased.' }
const page = document.documentElement
const bases = async () => (await indexedDB.databases()).map(({ name }) => name)
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
  sessionStorage.clear()
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

test('what other people left on this device goes too, and their tabs hear of it', async () => {
  const other = `haven-${'b'.repeat(22)}`
  await shelf(other).keepNote('a/b', 'their words')
  indexedDB.open('foreign')
  const heard: unknown[] = []
  globalThis.BroadcastChannel = class {
    constructor(private name: string) {}
    postMessage = (news: unknown) => heard.push([this.name, news])
    close() {}
  } as never
  press('Erase everything')
  await act(async () => press('Erase it all'))
  await screen.findByText('Erased.')
  expect(await bases()).toEqual(['foreign'])
  expect(heard).toEqual(expect.arrayContaining([['haven', { erased: true }], [other, { erased: true }]]))
  Reflect.deleteProperty(globalThis, 'BroadcastChannel')
})

test('it is gone also while a tab that does not listen keeps its database open', async () => {
  const other = `haven-${'c'.repeat(22)}`
  await shelf(other).keepNote('a/b', 'their words')
  const open = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(other)
    opening.addEventListener('success', () => resolve(opening.result))
  })
  press('Erase everything')
  await act(async () => press('Erase it all'))
  await screen.findByText('Erased.')
  open.close()
  await waitFor(async () => expect(await bases()).not.toContain(other))
})

test('in the memory of the tab only that stays by which it is known', async () => {
  for (const key of ['haven.shared', 'haven.request.a', 'haven.draft', 'haven.here', 'haven.seen', 'other']) sessionStorage.setItem(key, '1')
  press('Erase everything')
  await act(async () => press('Erase it all'))
  await screen.findByText('Erased.')
  expect(Object.keys(sessionStorage).toSorted()).toEqual(['haven.here', 'haven.seen', 'other'])
})
