import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import access from '@/messages/en/access.json'
import quizzes from '@/messages/en/quizzes.json'
import { all, erase, keepNote, note } from '../progress/device'
import { Check, course, drawn, reviewed, slowServer } from './check.fixture'

const key = `check/${course}`
const kept = () => JSON.parse(note(key)) as Record<string, unknown>
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const choose = (name: string) => fireEvent.click(screen.getByLabelText(name))
let server: ReturnType<typeof slowServer>
const answered = (body: unknown, status?: number) => act(async () => server.answer(body, status))

const open = async () => {
  const shown = render(<Check />)
  await act(() => all(course))
  return shown
}
const underWay = (more: object = {}) => {
  const { items, number, draft, locale } = drawn
  const sheet = { items, number, draft, locale }
  keepNote(key, JSON.stringify({ candidate: 'c', attempt: 'drawn', sheet, locale: 'en', answers: {}, at: 0, ...more }))
}

beforeEach(() => {
  server = slowServer()
})
afterEach(async () => {
  cleanup()
  await erase()
})

test('an answer given while the questions come in another language is kept', async () => {
  underWay()
  const { rerender } = await open()
  rerender(<Check locale="fr" />)
  choose('Go on 1')
  await answered({ ...drawn, locale: 'fr' })
  expect(kept()).toMatchObject({ answers: { 1: '2' }, locale: 'fr' })
})

test('an answer changed while the answers are handed in is kept', async () => {
  underWay({ answers: { 1: '1', 2: '1' }, at: 1 })
  await open()
  press('Hand in my answers')
  choose('Go on 2')
  await answered(reviewed)
  expect(server.asked[0]!.body.answers).toEqual({ 1: '1', 2: '1' })
  expect(kept()).toMatchObject({ answers: { 1: '1', 2: '2' }, passed: false, review: { open: 1 } })
})

test('what comes for a check that was erased or begun again meanwhile is left aside', async () => {
  underWay({ answers: { 1: '1', 2: '1' }, at: 1 })
  await open()
  press('Hand in my answers')
  act(() => underWay({ attempt: 'newer' }))
  await answered(reviewed)
  expect(kept()).not.toHaveProperty('review')
  act(() => underWay({ answers: { 1: '1', 2: '1' }, at: 1 }))
  press('Hand in my answers')
  await act(erase)
  await answered(reviewed)
  expect(note(key)).toBe('')
})

const handInWith = async (body: unknown, status: number) => {
  underWay({ answers: { 1: '1', 2: '1' }, at: 1 })
  await open()
  press('Hand in my answers')
  await answered(body, status)
}

test.each([
  [422, 'quizzes.errors.badAnswer', quizzes.errors.badAnswer],
  [422, 'quizzes.errors.passed', quizzes.errors.passed],
  [429, 'access.errors.tooMany', access.errors.tooMany],
  [500, 'access.errors.unexpected', access.errors.unexpected],
  [502, 'unheard.errors.of', quizzes.check.failed],
  [200, undefined, quizzes.check.failed],
])('%i %s is said in its own words, and the answers stay', async (status, error, sentence) => {
  await handInWith(error ? { error } : 'a sign-in page', status)
  expect(screen.getByRole('alert')).toHaveTextContent(sentence)
  expect(screen.queryByRole('button', { name: 'Begin' })).toBeNull()
  expect(kept()).toMatchObject({ answers: { 1: '1', 2: '1' } })
  expect(screen.getByRole('button', { name: 'Hand in my answers' })).not.toHaveAttribute('aria-disabled')
})

test.each([
  [404, 'access.errors.notFound'],
  [422, 'quizzes.errors.notDrawn'],
])('%i: a check the server does not know can be begun again, by the same candidate', async (status, error) => {
  await handInWith({ error }, status)
  expect(screen.getByRole('alert')).toHaveTextContent(quizzes.errors.notDrawn)
  press('Begin')
  expect(server.asked.at(-1)).toMatchObject({ path: '/api/check/draw', body: { candidate: 'c' } })
  const { attempt } = server.asked.at(-1)!.body
  await answered({ ...drawn, attempt })
  expect(screen.getByText('What first in 1?')).toBeVisible()
  expect(kept()).toMatchObject({ attempt, answers: {} })
})

test('without a connection the answers stay, and it says so', async () => {
  underWay({ answers: { 1: '1', 2: '1' }, at: 1 })
  await open()
  globalThis.fetch = () => Promise.reject(new TypeError('network'))
  const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  await act(async () => press('Hand in my answers'))
  expect(screen.getByRole('alert')).toHaveTextContent(quizzes.check.offline)
  online.mockRestore()
})

test('a check from its beginning to its review', async () => {
  await open()
  press('Begin')
  expect(kept().attempt).toBe(server.asked[0]!.body.attempt)
  await answered({ ...drawn, attempt: kept().attempt })
  choose('Stop 1')
  expect(kept()).toMatchObject({ answers: { 1: '1' } })
  press('Next question')
  expect(document.activeElement).toHaveTextContent('Question 2 of 2. Topic 2')
  choose('Go on 2')
  press('Hand in my answers')
  expect(server.asked[1]).toMatchObject({ path: '/api/check/submit', body: { answers: { 1: '1', 2: '2' } } })
  await answered(reviewed)
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
})
