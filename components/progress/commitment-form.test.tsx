import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { CommitmentForm } from './commitment-form'
import { all, erase, note } from './device'
import { useProgress } from './use-progress'

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
  another: 'Write another',
  change: 'Change it',
}
const field = () => screen.getByLabelText('My commitment')
const write = (value: string) => fireEvent.change(field(), { target: { value } })
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Keep my commitment' }))
const written = async () => Boolean((await all(course)).commitment)

/** As the page shows it: whether one was written follows from the log. */
function Shown({ done }: { done: boolean }) {
  const { progress } = useProgress(course)
  return <CommitmentForm course={course} written={done || Boolean(progress.commitment)} labels={labels} />
}
const open = async (done = false) => {
  const shown = render(<Shown done={done} />)
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
  // The icon and the bar that every form has.
  expect(screen.getByText('Write one sentence first.').querySelector('svg')).toHaveAttribute('aria-hidden', 'true')
  expect(field().closest('.field')).toHaveAttribute('data-fault')
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
  expect(await written()).toBe(true)
  const done = screen.getByText('Kept on this device.')
  expect(document.activeElement).toContainElement(done)
  expect(screen.queryByRole('textbox')).toBeNull()
  unmount()
  await open()
  expect(screen.getByText('From Monday I ask')).toHaveAttribute('dir', 'auto')
  fireEvent.click(screen.getByRole('button', { name: 'Change it' }))
  expect(document.activeElement).toBe(field())
  expect(field()).toHaveValue('From Monday I ask')
  write('From Tuesday I ask')
  save()
  expect(screen.getByText('From Tuesday I ask')).toBeVisible()
})

test('somebody who is writing goes on writing when another device tells of a commitment', async () => {
  const { rerender } = await open()
  write('From Mon')
  rerender(<Shown done />)
  expect(field()).toHaveValue('From Mon')
})

test('one that was written elsewhere counts, and nothing claims that its words are here', async () => {
  await open(true)
  expect(screen.getByText('Done, on another device.')).toBeVisible()
  expect(screen.queryByRole('textbox')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Write another' }))
  expect(field()).toHaveValue('')
  save()
  expect(field()).toBeInvalid()
})

test('the words go to no spell checker and into no list of things to fill in', async () => {
  await open()
  expect(field()).toHaveAttribute('spellcheck', 'false')
  expect(field()).toHaveAttribute('autocomplete', 'off')
  expect(field()).toHaveAttribute('dir', 'auto')
})

test('the review of a passed check leads here', async () => {
  await open()
  expect(screen.getByRole('region', { name: 'One commitment' })).toHaveAttribute('id', 'commitment')
})
