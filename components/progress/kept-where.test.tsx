import 'fake-indexeddb/auto'
import { act, cleanup, render, screen } from '@testing-library/react'
import progress from '@/messages/en/progress.json'
import { owned, signedIn } from './account.fixture'
import { append, erase } from './device'
import { KeptWhere } from './kept-where'
import { setSyncState, type SyncState } from './sync-state'
import { keepSyncNote } from './sync-note'

// The device sends nothing here: what is shown follows from what sync.ts says.
jest.mock('./sync', () => ({ begin: () => {} }))
globalThis.structuredClone ??= (value: unknown) => JSON.parse(JSON.stringify(value)) as never

const { where } = progress.learn
const { stay } = progress.sync
const show = (state: SyncState, whose?: string, at?: string) => {
  signedIn(whose)
  setSyncState(state)
  if (at) keepSyncNote({ at })
  render(<KeptWhere signInHref="/en/sign-in" labels={where} stay={stay} />)
}
const doing = () => act(() => append({ kind: 'commitment.written', course: 'safer-spaces' }))

beforeEach(() => jest.useFakeTimers({ now: new Date(2026, 10, 21, 18, 0), doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] }))
afterEach(async () => {
  cleanup()
  jest.useRealTimers()
  await erase()
})

test('without an account all is only here', () => {
  show('busy')
  expect(screen.getByText(where.device)).toBeVisible()
  expect(screen.getByRole('link', { name: where.signIn })).toHaveAttribute('href', '/en/sign-in')
})

test.each([
  [new Date(2026, 10, 21, 14, 5), 'Last sent: 14:05.'],
  [new Date(2026, 10, 2, 7, 5), 'Last sent: 2026-11-02, 07:05.'],
])('with an account it says when it was last sent: %s', (at, said) => {
  show('sent', owned('anna'), at.toISOString())
  expect(screen.getByRole('status')).toHaveTextContent(`Kept in your account. ${said}`)
})

test.each([
  ['sent', where.waiting],
  ['busy', where.busy],
  ['offline', where.offline],
  ['failed', where.failed],
] as const)('what is not sent yet (%s) is never called sent', (state, said) => {
  show(state, owned('anna'), new Date().toISOString())
  doing()
  expect(screen.getByRole('status')).toHaveTextContent(said)
})

test('after the session has ended it leads to the sign-in', () => {
  show('signIn', owned('anna'))
  expect(screen.getByRole('status')).toHaveTextContent(where.again)
  expect(screen.getByRole('link', { name: where.signIn })).toBeVisible()
})

test.each(['offline', 'failed'] as const)('at a shared computer (%s) it asks to stay, and never says that the device keeps it', (state) => {
  show(state, owned('anna', 'shared'))
  doing()
  expect(screen.getByRole('status')).toHaveTextContent(stay)
  expect(screen.getByText(where.shared)).toBeVisible()
})
