import { act, render, screen } from '@testing-library/react'
import { all, note } from '../progress/device'
import { shelf } from '../progress/shelf'
import { forget, place, viewOf } from './block.fixture'

// jsdom has none; what is kept here is plain.
globalThis.structuredClone ??= (value: unknown) => JSON.parse(JSON.stringify(value)) as never

afterEach(forget)

const key = (block: string) => `${place.course}/${place.lesson}/${block}`
const checklist = (id: string) => `:::checklist{#${id}}\n## My desk\n\nTick what is so.\n\n::check[One thing]{#one}\n\n::check[Another thing]{#two}\n:::`

// One test: what comes after it finds a device that was read long ago.
test('what is done before the device was read never takes the place of what was kept there', async () => {
  const older = { old: JSON.stringify({ one: true }), words: JSON.stringify('what I wrote last week') }
  await shelf('haven').keepNote(key('old'), older.old)
  await shelf('haven').keepNote(key('words'), older.words)
  render(<>{viewOf(checklist('old')).view}{viewOf(checklist('fresh')).view}{viewOf(':::reflect{#words}\n## Think\n\nWhat now?\n:::').view}</>)
  const boxes = screen.getAllByLabelText('Another thing')
  act(() => boxes.forEach((box) => box.click()))
  expect(screen.getByRole('textbox')).toHaveAttribute('readonly')
  await act(() => all(place.course))
  expect([note(key('old')), note(key('words'))]).toEqual([older.old, older.words])
  // Where nothing was kept, nothing is lost either.
  expect(JSON.parse(note(key('fresh')))).toEqual({ two: true })
  expect(screen.getByRole('textbox')).not.toHaveAttribute('readonly')
  expect(screen.getByRole('textbox')).toHaveValue('what I wrote last week')
})
