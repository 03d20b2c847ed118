import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { all, erase, keepNote, note } from '../progress/device'
import { Check, course, drawn, slowServer } from './check.fixture'

const key = `check/${course}`
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
let server: ReturnType<typeof slowServer>

beforeEach(async () => {
  server = slowServer()
  const { items, number, draft, locale } = drawn
  const sheet = { items, number, draft, locale }
  keepNote(key, JSON.stringify({ candidate: 'c', attempt: 'drawn', sheet, locale: 'en', answers: {}, at: 0 }))
  render(<Check />)
  await act(() => all(course))
})
afterEach(async () => {
  cleanup()
  await erase()
})

test('an answer is kept at once', () => {
  fireEvent.click(screen.getByLabelText('Go on 1'))
  expect(JSON.parse(note(key))).toMatchObject({ answers: { 1: '2' } })
  fireEvent.click(screen.getByLabelText('Stop 1'))
  expect(JSON.parse(note(key))).toMatchObject({ answers: { 1: '1' } })
})

test('nothing is handed in while a question has no answer; the button leads to it', () => {
  press('Next question')
  fireEvent.click(screen.getByLabelText('Stop 2'))
  expect(screen.queryByRole('button', { name: 'Hand in my answers' })).toBeNull()
  expect(screen.getByText('Some questions have no answer yet.', { exact: false })).toBeVisible()
  fireEvent.submit(document.querySelector('form')!)
  expect(screen.getByText('What first in 1?')).toBeVisible()
  expect(server.asked).toEqual([])
  fireEvent.click(screen.getByLabelText('Stop 1'))
  press('Next question')
  press('Hand in my answers')
  expect(server.asked).toMatchObject([{ path: '/api/check/submit', body: { answers: { 1: '1', 2: '1' } } }])
})

test('focus moves to the question, not when the page opens', () => {
  expect(document.activeElement).toBe(document.body)
  press('Next question')
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Question 2 of 2. Topic 2' }))
  press('Back')
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Question 1 of 2. Topic 1' }))
})

test('a second press does not hand in twice', () => {
  fireEvent.click(screen.getByLabelText('Stop 1'))
  press('Next question')
  fireEvent.click(screen.getByLabelText('Stop 2'))
  press('Hand in my answers')
  press('Handing in…')
  expect(server.asked).toHaveLength(1)
})
