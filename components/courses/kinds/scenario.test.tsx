import { screen, within } from '@testing-library/react'
import { choose, forget, led, press, show, showWithoutScripts } from '../block.fixture'

const scenario = `:::::scenario{#desk start=first}
## At the desk

::note[Someone tells about home.]

::place[Desk, ten to five]

::::node{#first}
A person stands up, then stops.

> “One more thing.”

What do you do first?

:::choice{#listen fit=best to=second}
“Shall we sit in there?”

The person nods and sits down.

You gave a place and a choice.
:::

:::choice{#facts fit=costly to=end-short}
“What happened exactly?”

The person looks at the queue.

The question sounds like an interview.
:::
::::

::::node{#second}
You are in the small room.

What do you say next?

:::choice{#tonight fit=best to=end-long}
“Is it safe to go home tonight?”

The person thinks.

You asked about tonight.
:::

:::choice{#police fit=harmful to=end-short}
“I am calling the police.”

The person leaves.

It was not yours to decide.
:::
::::

::::node{#end-long ending=best}
The person goes home with a number.
::::

::::node{#end-short ending=costly}
The person says: it is nothing.
::::
:::::`

afterEach(forget)

test('an answer shows what happens for the person, how it serves, and why; focus is led there', async () => {
  const { stateOf } = await show(scenario)
  choose('“What happened exactly?”')
  expect(screen.queryByText(/looks at the queue/)).toBeNull()
  press('See what happens')
  expect(led()).toHaveTextContent('May cost trustThe person looks at the queue.The question sounds like an interview.')
  expect(await stateOf()).toBe('tried')
})

test('without a choice the button asks for one, and nothing counts yet', async () => {
  const { stateOf } = await show(scenario)
  press('See what happens')
  expect(screen.getByRole('status')).toHaveTextContent('Choose an answer first.')
  expect(await stateOf()).toBeUndefined()
})

test('the other answers can be looked at afterwards', async () => {
  await show(scenario)
  choose('“Shall we sit in there?”')
  press('See what happens')
  const others = screen.getByText('What would the other answers do?').closest('details')!
  expect(others).toHaveTextContent('“What happened exactly?”')
  expect(others).not.toHaveTextContent('“Shall we sit in there?”')
})

test('going on opens the next turn, one step back takes the last answer back and keeps it selected', async () => {
  await show(scenario)
  choose('“Shall we sit in there?”')
  press('See what happens')
  press('Go on')
  expect(led()).toHaveTextContent(/^Turn 2/)
  press('Go back one step')
  expect(led()).toHaveTextContent(/Turn 1/)
  expect(screen.getByLabelText('“Shall we sit in there?”')).toBeChecked()
  expect(screen.queryByText('You are in the small room.')).toBeNull()
})

test('an ending can be left backwards or by starting again', async () => {
  await show(scenario)
  choose('“What happened exactly?”')
  press('See what happens')
  press('Go on')
  expect(led()).toHaveTextContent('How it endsThe person says: it is nothing.')
  press('Start again')
  expect(led()).toHaveTextContent('Turn 1')
  expect(screen.getByLabelText('“What happened exactly?”')).not.toBeChecked()
})

test('everything is found again after the tab was closed', async () => {
  const { unmount } = await show(scenario)
  choose('“Shall we sit in there?”')
  press('See what happens')
  press('Go on')
  unmount()
  await show(scenario)
  expect(screen.getByText('The person nods and sits down.')).toBeInTheDocument()
  expect(screen.getByText('You are in the small room.')).toBeInTheDocument()
})

test('without scripts every scene, choice, consequence and way on can be read', () => {
  const page = showWithoutScripts(scenario)
  for (const words of ['“One more thing.”', 'The person leaves.', 'It was not yours to decide.', 'Can do harm', 'The person goes home with a number.'])
    expect(page).toHaveTextContent(words)
  const links = within(page).getAllByRole('link', { hidden: true })
  for (const link of links) expect(page.querySelector(link.getAttribute('href')!)).not.toBeNull()
  expect(links).toHaveLength(4)
  expect(page.querySelector('input, button')).toBeNull()
})
