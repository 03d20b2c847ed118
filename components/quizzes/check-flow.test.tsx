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
