import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import * as React from 'react'
import progress from '@/messages/en/progress.json'
import { account, owned, signedIn } from './account.fixture'
import { checkNote } from './check-note'
import { shelf } from './shelf'

// jsdom has none; what is kept here is plain.
globalThis.structuredClone ??= (value: unknown) => JSON.parse(JSON.stringify(value)) as never

const course = 'safer-spaces'
const counted = (count: number) => `${count} begun or finished here`
const labels = { ...progress.learn.keep, text: [0, 1, 2, 3].map(counted) }
const candidate = 'c'.repeat(43)
const learned = ['1.1', '6.3'].flatMap((lesson, n) =>
  (['lesson.opened', 'lesson.finished'] as const).map((kind, m) => ({
    id: `019a9f00-0000-7000-8000-0000000000${n}${m}`, kind, course, lesson, at: `2026-11-20T10:00:0${n}.00${m}Z`,
  })),
)
const notes = {
  [`${course}/6.3/own-words`]: '"My own words"',
  [`${course}/path`]: 'health',
  [checkNote(course)]: JSON.stringify({ candidate, attempt: 'a', answers: {}, at: 0, passed: true }),
}
const exists = async () => (await indexedDB.databases()).some(({ name }) => name === 'haven')

/** What somebody did here without an account. */
async function learnedHere() {
  const kept = shelf('haven')
  await kept.keepEvents(learned)
  for (const [key, text] of Object.entries(notes)) await kept.keepNote(key, text)
}

/** A page of its own, as after a navigation, with somebody signed in. */
async function open(whose: string | undefined, onAsk?: (asking: boolean) => void) {
  cleanup()
  jest.resetModules()
  signedIn(whose)
  const device = await import('./device')
  const { KeepPanel } = await import('./keep-panel')
  render(<KeepPanel course={course} labels={labels} onAsk={onAsk} />)
  await act(() => device.all(course))
  return device
}
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 60)))

let server: ReturnType<typeof account>
let person: string
let people = 0
beforeEach(async () => {
  // React must stay the same when the page is loaded anew.
  jest.doMock('react', () => React)
  server = account()
  person = `person${people++}`
  sessionStorage.clear()
  document.documentElement.lang = 'en'
  await learnedHere()
})

test('nobody is asked who is not signed in, nor where nothing was learned', async () => {
  await open(undefined)
  await settled()
  expect(screen.queryByRole('heading')).toBeNull()
  await new Promise((resolve) => (indexedDB.deleteDatabase('haven').onsuccess = resolve))
  await open(owned(person))
  await settled()
  expect(screen.queryByRole('heading')).toBeNull()
  expect(await exists()).toBe(false)
})

test('kept on a device of their own: the account has every event, the notes stay here, and the old place is gone', async () => {
  const device = await open(owned(person))
  expect(await screen.findByText(counted(2))).toBeVisible()
  await press(labels.yes)
  expect(await screen.findByText(labels.kept)).toBeVisible()
  expect([...server.ledger.values()]).toEqual(learned)
  expect(server.claimed).toContain(candidate)
  expect(JSON.stringify(server.asked)).not.toMatch(/own words|health/)
  expect(device.note(`${course}/6.3/own-words`)).toBe('"My own words"')
  expect(device.note(`${course}/path`)).toBe('health')
  expect(await exists()).toBe(false)
  await open(owned(person))
  await settled()
  expect(screen.queryByRole('heading')).toBeNull()
})

test('the page is told as long as the question stands open', async () => {
  const told = jest.fn()
  await open(owned(person), told)
  await screen.findByRole('heading', { name: labels.title })
  expect(told).toHaveBeenLastCalledWith(true)
  await press(labels.yes)
  await screen.findByText(labels.kept)
  expect(told).toHaveBeenLastCalledWith(false)
})

test('on a shared computer the account has it, and nothing of it stays', async () => {
  const device = await open(owned(person, 'shared'))
  expect(await screen.findByText(labels.notesShared)).toBeVisible()
  await press(labels.yes)
  expect(await screen.findByText(labels.kept)).toBeVisible()
  expect([...server.ledger.keys()]).toEqual(learned.map(({ id }) => id))
  expect(device.note(`${course}/6.3/own-words`)).toBe('')
  expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain('My own words')
  expect(await indexedDB.databases()).not.toContainEqual(expect.objectContaining({ name: expect.stringContaining(person) }))
  expect(await exists()).toBe(false)
})

test('somebody else: nothing is sent, nothing is touched, and this person is not asked again', async () => {
  await open(owned(person))
  await screen.findByRole('heading', { name: labels.title })
  await press(labels.no)
  expect(screen.queryByRole('heading')).toBeNull()
  await open(owned(person))
  await settled()
  expect(screen.queryByRole('heading')).toBeNull()
  expect(server.ledger.size).toBe(0)
  expect((await shelf('haven').read()).events).toHaveLength(learned.length)
  await open(owned(`${person}other`))
  expect(await screen.findByRole('heading', { name: labels.title })).toBeVisible()
})

test.each(['offline', 'lost', { status: 500, error: 'access.errors.unexpected' }] as const)(
  'interrupted (%j): it stays where it was, and goes on by itself on the next page, without loss or doubling',
  async (wrong) => {
    await open(owned(person))
    await screen.findByRole('heading', { name: labels.title })
    await waitFor(() => expect(server.asked.length).toBeGreaterThan(0))
    await settled()
    server.trouble.push(wrong)
    await press(labels.yes)
    expect(await screen.findByText(labels.failed)).toBeVisible()
    expect(await exists()).toBe(true)
    await open(owned(person))
    expect(await screen.findByText(labels.kept)).toBeVisible()
    expect([...server.ledger.values()]).toEqual(learned)
    expect(await exists()).toBe(false)
  },
)

test('what another tab adds there while it is being kept is kept too', async () => {
  const late = { ...learned[0]!, id: '019a9f00-0000-7000-8000-000000000099', lesson: '2.1' }
  const device = await open(owned(person))
  await screen.findByRole('heading', { name: labels.title })
  await settled()
  let times = 0
  server.gate.heard = async (path) => {
    if (path !== '/api/check/claim' || times++) return
    await shelf('haven').keepEvents([late])
    await shelf('haven').keepNote(`${course}/6.3/own-words`, '"My own words, and more"')
  }
  await press(labels.yes)
  expect(await screen.findByText(labels.kept)).toBeVisible()
  expect(server.ledger.get(late.id)).toEqual(late)
  expect(device.note(`${course}/6.3/own-words`)).toBe('"My own words, and more"')
  expect(await exists()).toBe(false)
})

test('as long as somebody is at work there it stays, and is kept on a later page', async () => {
  await open(owned(person, 'shared'))
  await screen.findByRole('heading', { name: labels.title })
  await settled()
  let times = 0
  server.gate.heard = async (path) => {
    if (path === '/api/check/claim') await shelf('haven').keepNote(`${course}/6.3/ticks`, String(times++))
  }
  await press(labels.yes)
  expect(await screen.findByText(labels.failed)).toBeVisible()
  expect([times, await exists()]).toEqual([3, true])
  server.gate.heard = async () => {}
  await open(owned(person, 'shared'))
  expect(await screen.findByText(labels.kept)).toBeVisible()
  expect(await exists()).toBe(false)
})

test('what the account does not take stays where it was', async () => {
  server.gate.reads = ({ id }) => id !== learned[1]!.id
  await open(owned(person, 'shared'))
  await screen.findByRole('heading', { name: labels.title })
  await press(labels.yes)
  expect(await screen.findByText(labels.failed)).toBeVisible()
  expect((await shelf('haven').read()).events).toEqual(learned)
  server.gate.reads = () => true
  await open(owned(person, 'shared'))
  expect(await screen.findByText(labels.kept)).toBeVisible()
  expect([...server.ledger.keys()].toSorted()).toEqual(learned.map(({ id }) => id))
})

test('words of both are kept', async () => {
  const own = shelf(`haven-${owned(person).split('.')[1]}`)
  await own.keepNote(`${course}/6.3/own-words`, '"Mine"')
  await own.keepNote(`${course}/path`, 'essentials')
  const device = await open(owned(person))
  await screen.findByRole('heading', { name: labels.title })
  await press(labels.yes)
  await screen.findByText(labels.kept)
  expect(JSON.parse(device.note(`${course}/6.3/own-words`))).toBe('Mine\n\nMy own words')
  expect(device.note(`${course}/path`)).toBe('essentials')
})
