import { act, fireEvent, render, screen } from '@testing-library/react'
import courses from '@/messages/en/courses.json'
import { all, append } from '../progress/device'
import { forget, led, place, press } from './block.fixture'
import { BlockStop } from './block-stop'
import { ReadCard } from './read-card'

const here = { ...place, block: 'desk' }

const show = async () => {
  const shown = render(
    <BlockStop place={here} next="after" kind="Practise" icon={null} heading="At the desk" counts canSkip labels={courses.blocks}>
      <p>What happens at the desk</p>
      <ReadCard card="card" place={here} label={courses.blocks.card} />
    </BlockStop>,
  )
  await act(() => all(place.course))
  return shown
}
const stop = () => screen.getByRole('region', { name: 'At the desk' })
const skip = () => fireEvent.click(screen.getByRole('link', { name: 'Skip this part' }))
const state = async () => (await all(place.course)).lessons[place.lesson]?.blocks.desk

afterEach(forget)

test('skipping closes the part, counts, and can be taken back', async () => {
  await show()
  expect(stop()).toHaveAttribute('data-s', 'todo')
  skip()
  expect(led()).toHaveTextContent('Skipped. It counts.')
  expect(screen.getByText('What happens at the desk')).not.toBeVisible()
  expect(stop()).toHaveAttribute('data-s', 'skip')
  expect(await state()).toBe('skipped')
  press('Open it after all')
  expect(led()).toHaveTextContent('What happens at the desk')
  expect(screen.getByText('What happens at the desk')).toBeVisible()
})

test('a skipped part is found skipped again', async () => {
  const { unmount } = await show()
  skip()
  unmount()
  await show()
  expect(screen.getByText('Skipped. It counts.')).toBeInTheDocument()
})

test('reading the card instead is written down and leads to the card', async () => {
  await show()
  const card = screen.getByRole('link', { name: 'Read the card instead' })
  expect(card).toHaveAttribute('href', '#card')
  fireEvent.click(card)
  expect(await state()).toBe('replaced')
  expect(screen.getByText('You read the card instead. It counts.')).toBeInTheDocument()
})

test('what was tried needs no skipping', async () => {
  await show()
  act(() => append({ kind: 'block.tried', ...here }))
  expect(screen.queryByRole('link', { name: 'Skip this part' })).toBeNull()
  expect(stop()).toHaveAttribute('data-s', 'done')
})
