import { screen } from '@testing-library/react'
import { forget, led, press, show, showWithoutScripts } from '../block.fixture'

const sort = `::::sort{#promise}
## Promise or practice?

What does a visitor notice?

::bin[A promise]{#said}
::bin[A practice]{#done}

:::entry{#poster bin=said}
A poster says welcome.

It is kind, and it changes nothing at the desk.
:::

:::entry{#screen bin=done}
The screen faces the wall.

Nobody can read along.
:::
::::`

afterEach(forget)

test('each card gets its feedback at once, in one tone, and then gives way to the next', async () => {
  const { stateOf } = await show(sort)
  expect(screen.getByText('Card 1 of 2')).toBeInTheDocument()
  press('A practice')
  expect(led()).toHaveTextContent('It belongs to: A promiseIt is kind')
  expect(await stateOf()).toBe('tried')
  press('Next card')
  expect(led()).toHaveTextContent('The screen faces the wall.')
  press('A practice')
  expect(led()).toHaveTextContent('Yes: A practiceNobody can read along.')
  press('See them all')
  expect(led()).toHaveTextContent('All cards are sorted.')
  expect(screen.getByText('What you sorted').closest('details')).toHaveAttribute('open')
})

test('after a return the first card that is still open comes up, and starting again forgets', async () => {
  const { unmount } = await show(sort)
  press('A promise')
  unmount()
  await show(sort)
  expect(screen.getByText('Card 2 of 2')).toBeInTheDocument()
  press('A practice')
  press('See them all')
  press('Start again')
  expect(led()).toHaveTextContent('A poster says welcome.')
  expect(screen.queryByText('What you sorted')).toBeNull()
})

test('without scripts each card opens to where it belongs, and why', () => {
  const page = showWithoutScripts(sort)
  expect(page).toHaveTextContent(/A poster says welcome\..*A promise.*changes nothing.*The screen faces the wall\..*A practice.*read along/)
  expect(page.querySelector('button, input')).toBeNull()
})
