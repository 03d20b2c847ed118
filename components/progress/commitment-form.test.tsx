import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { CommitmentForm } from './commitment-form'
import { all, erase, note } from './device'

const course = 'safer-spaces'
const labels = {
  title: 'One commitment',
  text: 'One thing.',
  label: 'My commitment',
  hint: 'For example.',
  empty: 'Write one sentence first.',
  save: 'Keep my commitment',
  kept: 'Kept on this device.',
  elsewhere: 'Done, on another device.',
}
const field = () => screen.getByLabelText('My commitment')
const write = (value: string) => fireEvent.change(field(), { target: { value } })
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Keep my commitment' }))
const written = async () => Boolean((await all(course)).commitment)

const open = async (done = false) => {
  const shown = render(<CommitmentForm course={course} written={done} labels={labels} />)
  await act(() => all(course))
  return shown
}
afterEach(async () => {
  cleanup()
  await erase()
})

test.each(['', '  \n'])('an empty one (%j) is refused, and focus goes to the field that says why', async (text) => {
  await open()
  write(text)
  save()
  expect(document.activeElement).toBe(field())
  expect(field()).toBeInvalid()
  expect(field()).toHaveAccessibleDescription('For example. Write one sentence first.')
  expect(await written()).toBe(false)
  write('From Monday')
  expect(field()).toBeValid()
  expect(field()).toHaveAccessibleDescription('For example.')
})

test('the words are kept at every letter, and found again; that there is one is a fact once it is saved', async () => {
  const { unmount } = await open()
  write('From Monday I ask')
  expect(note(`${course}/commitment`)).toBe('From Monday I ask')
  expect(await written()).toBe(false)
  save()
  expect(screen.getByRole('status')).toHaveTextContent('Kept on this device.')
  expect(await written()).toBe(true)
  unmount()
  await open()
  expect(field()).toHaveValue('From Monday I ask')
})

test('one that was written elsewhere counts, and nothing claims that its words are here', async () => {
  await open(true)
  expect(field()).toHaveValue('')
  expect(screen.getByRole('status')).toHaveTextContent('Done, on another device.')
})

test('the words go to no spell checker and into no list of things to fill in', async () => {
  await open()
  expect(field()).toHaveAttribute('spellcheck', 'false')
  expect(field()).toHaveAttribute('autocomplete', 'off')
  expect(field()).toHaveAttribute('dir', 'auto')
})

test('the review of a passed check leads here', async () => {
  await open()
  expect(screen.getByRole('form', { name: 'One commitment' })).toHaveAttribute('id', 'commitment')
})
