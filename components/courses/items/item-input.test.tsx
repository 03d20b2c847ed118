import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import courses from '@/messages/en/courses.json'
import type { Answer, AskedItem } from './item'
import { ItemInput } from './item-input'

const parts = ['Stop', 'Say sorry', 'Go on'].map((text, n) => ({ id: String(n + 1), text }))
let answered: Answer | undefined

/** As the final check uses it: it holds the answer, and knows no key. */
function Sheet({ item }: { item: AskedItem }) {
  const [value, setValue] = useState<Answer>()
  answered = value
  return (
    <>
      <p id="stem">What first?</p>
      <ItemInput item={item} questionId="stem" value={value} onChange={setValue} labels={courses.blocks.items} />
    </>
  )
}

afterEach(cleanup)

test('single and node answer with one id, and arrow keys alone never hand in anything', () => {
  render(<Sheet item={{ kind: 'single', parts }} />)
  expect(screen.getByRole('radiogroup', { name: 'What first?' })).toHaveAccessibleDescription('Choose one answer.')
  expect(answered).toBeUndefined()
  fireEvent.click(screen.getByLabelText('Say sorry'))
  expect(answered).toBe('2')
  fireEvent.click(screen.getByLabelText('Stop'))
  expect(answered).toBe('1')
})

test('multiple answers with ids in the order of the parts, whatever the order of clicks', () => {
  render(<Sheet item={{ kind: 'multiple', parts }} />)
  fireEvent.click(screen.getByLabelText('Go on'))
  fireEvent.click(screen.getByLabelText('Stop'))
  expect(answered).toEqual(['1', '3'])
  fireEvent.click(screen.getByLabelText('Go on'))
  expect(answered).toEqual(['1'])
})

test('order is no answer until a step is moved or the order is kept as it is', () => {
  render(<Sheet item={{ kind: 'order', parts }} />)
  expect(answered).toBeUndefined()
  fireEvent.click(screen.getByRole('button', { name: 'It is right like this' }))
  expect(answered).toEqual(['1', '2', '3'])
  fireEvent.click(screen.getAllByRole('button', { name: 'Move down' })[0]!)
  expect(answered).toEqual(['2', '1', '3'])
  expect(screen.queryByRole('button', { name: 'It is right like this' })).toBeNull()
})

test('match answers with pairs, and a pair can be taken back', () => {
  render(<Sheet item={{ kind: 'match', parts, others: [{ id: 'a', text: 'now' }, { id: 'b', text: 'later' }] }} />)
  fireEvent.change(screen.getByLabelText('Stop'), { target: { value: 'a' } })
  fireEvent.change(screen.getByLabelText('Go on'), { target: { value: 'b' } })
  expect(answered).toEqual({ 1: 'a', 3: 'b' })
  fireEvent.change(screen.getByLabelText('Stop'), { target: { value: '' } })
  expect(answered).toEqual({ 3: 'b' })
})
