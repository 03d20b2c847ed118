import 'fake-indexeddb/auto'
import { act, cleanup, render, screen } from '@testing-library/react'
import { all, erase, keepNote } from '../progress/device'
import { Check, course, reviewed } from './check.fixture'

const show = async (review: object) => {
  keepNote(`check/${course}`, JSON.stringify({ candidate: 'c', attempt: 'drawn', answers: {}, at: 0, review }))
  const shown = render(<Check />)
  await act(() => all(course))
  return shown
}
const dots = (container: HTMLElement) =>
  [...container.querySelectorAll('.stops12 > li')].map((dot) => [dot.textContent, dot.getAttribute('data-s')])

afterEach(async () => {
  cleanup()
  await erase()
})

test('what fits and what to look at again: dots for the eye, the same in words', async () => {
  const { container } = await show(reviewed)
  expect(dots(container)).toEqual([['1', 'fits'], ['2', 'look']])
  expect(container.querySelector('.stops12')).toHaveAttribute('aria-hidden', 'true')
  expect(screen.getByText('Fits: 1')).toBeVisible()
  expect(screen.getByText('Look again: 1')).toBeVisible()
})

test('it is read from its heading on, and what is open can be answered again', async () => {
  await show(reviewed)
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Nearly there. Things to look at again: 1.' }))
  expect(screen.getByRole('region', { name: 'What to look at again' })).toHaveTextContent('Topic 2')
  expect(screen.getByRole('region', { name: 'What you already do well' })).toHaveTextContent('Topic 1')
  expect(screen.getByRole('button', { name: 'Answer what is open again' })).toBeVisible()
})

test('a passed check leads to the commitment, and asks nothing again', async () => {
  const items = reviewed.items.map((item) => ({ ...item, right: true }))
  await show({ ...reviewed, passed: true, enough: true, fits: 2, open: 0, items })
  expect(screen.getByRole('link', { name: 'Write your commitment' })).toHaveAttribute('href', '/en/learn#commitment')
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText('Look again: 0')).toBeVisible()
})
