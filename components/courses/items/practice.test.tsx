import { fireEvent, screen } from '@testing-library/react'
import { choose, forget, led, press, show, showWithoutScripts } from '../block.fixture'

afterEach(forget)

const single = `:::::quiz{#try}
## Try

::::item{#first kind=single}
### The first line
What do you say?

:::option{#greet right}
“Good morning.”

A greeting asks for nothing.
:::

:::option{#number}
“Your number?”

The person becomes a file.
:::

:::option{#wait}
You wait.

Silence can feel cold.
:::
::::
:::::`

test('single: nothing is judged before the button; then the chosen answer stands open and the others can be opened', async () => {
  const { stateOf } = await show(single)
  choose('“Your number?”')
  expect(screen.queryByText('The person becomes a file.')).toBeNull()
  press('See what it does')
  expect(led()).toHaveTextContent('Another answer fits betterThe person becomes a file.')
  expect(screen.getByText('A greeting asks for nothing.').closest('details')).not.toHaveAttribute('open')
  expect(await stateOf()).toBe('tried')
})

test('single: trying again is free, and leads back to the question with the answer still chosen', async () => {
  await show(single)
  press('See what it does')
  expect(screen.getByRole('status')).toHaveTextContent('Choose an answer first.')
  choose('“Your number?”')
  press('See what it does')
  press('Try again')
  expect(led()).toHaveTextContent('The first lineWhat do you say?')
  expect(screen.getByLabelText('“Your number?”')).toBeChecked()
  choose('“Good morning.”')
  press('See what it does')
  expect(led()).toHaveTextContent('This fitsA greeting asks for nothing.')
})

test('a choice that was not looked at yet is found again too', async () => {
  const { unmount } = await show(single)
  choose('You wait.')
  unmount()
  await show(single)
  expect(screen.getByLabelText('You wait.')).toBeChecked()
})

const multiple = `:::::quiz{#try}
## Try

::::item{#ask kind=multiple}
### Before you write
What do you tell first?

:::option{#who right}
Who will read it

They can choose their words.
:::

:::option{#why right}
Why you ask

It takes away a guess.
:::

:::option{#law}
The whole law

Nobody remembers it.
:::

:::option{#story}
Your own story

It is their time.
:::
::::
:::::`

test('multiple: every answer gets its word, also one that was left out', async () => {
  await show(multiple)
  choose('Who will read it')
  choose('The whole law')
  press('Check')
  expect(led()).toHaveTextContent('Some of it fits.')
  const words = screen.getAllByRole('listitem').map((row) => row.textContent)
  expect(words[0]).toContain('This fits')
  expect(words[1]).toContain('This fits too')
  expect(words[2]).toContain('Another answer fits better')
  expect(words[3]).toContain('Good to leave out')
})

const order = `::::order{#mend}
## Mend it

Put the steps in order.

:::step{#stop}
Stop.

They hear that you noticed.
:::

:::step{#sorry}
Say sorry.

Short and once.
:::

:::step{#on}
Go on.

It is about them again.
:::
::::`

const shown = () => screen.getAllByRole('listitem').map((row) => /Stop|Say sorry|Go on/.exec(row.textContent ?? '')?.[0])
const move = (step: string, way: 'up' | 'down') => {
  const row = screen.getAllByRole('listitem').find((each) => each.textContent?.includes(step))!
  const button = row.querySelector<HTMLElement>(`[aria-label="Move ${way}"]`)!
  button.focus()
  fireEvent.click(button)
}

test('order: steps come mixed and move by buttons, which keep focus and say where the step is', async () => {
  await show(order)
  expect(shown()).not.toEqual(['Stop', 'Say sorry', 'Go on'])
  for (let n = 0; n < 2; n++) move('Stop', 'up')
  expect(shown()[0]).toBe('Stop')
  expect(led()).toHaveAccessibleName('Move up')
  expect(led()).toHaveAccessibleDescription('Stop.')
  // At the top it stays, and stays where the keyboard is.
  expect(led()).toHaveAttribute('aria-disabled', 'true')
  move('Go on', 'down')
  move('Go on', 'down')
  expect(screen.getByText(/^Now in place/)).toHaveTextContent('Now in place 3 of 3.')
  press('Check')
  expect(led()).toHaveTextContent('Everything fits.')
})

test('order: each step says where it comes and why, and what was put together is kept', async () => {
  const { unmount } = await show(order)
  const before = shown()
  press('Check')
  expect(led()).toHaveTextContent('Some of it fits.')
  const stop = screen.getAllByRole('listitem').find((row) => row.textContent?.includes('Stop.'))
  expect(stop).toHaveTextContent(before[0] === 'Stop' ? 'In its place' : 'Comes in place 1')
  expect(stop).toHaveTextContent('They hear that you noticed.')
  unmount()
  await show(order)
  expect(screen.getByText(/^Some of it fits/)).toBeInTheDocument()
  press('Try again')
  expect(shown()).toEqual(before)
})

const match = `::::match{#which}
## Which?

Match them.

:::pair{#hall}
The hall is loud.

Offer a quieter place.

Who need not shout says more.
:::

:::pair{#form}
The form is long.

Say what may stay empty.

Nobody has to guess.
:::
::::`

test('match: a list to choose from for every line; all lines first, then a word for each', async () => {
  await show(match)
  const pick = (line: string, words: string) =>
    fireEvent.change(screen.getByLabelText(line), {
      target: { value: screen.getAllByRole<HTMLOptionElement>('option', { name: words })[0]!.value },
    })
  pick('The hall is loud.', 'Offer a quieter place.')
  press('Check')
  expect(screen.getByRole('status')).toHaveTextContent('Choose for every line first.')
  pick('The form is long.', 'Offer a quieter place.')
  press('Check')
  expect(led()).toHaveTextContent('Some of it fits.')
  expect(screen.getByText('This fits: Offer a quieter place.')).toBeInTheDocument()
  expect(screen.getByText('Fits better: Say what may stay empty.')).toBeInTheDocument()
  press('Try again')
  expect(screen.getByLabelText('The hall is loud.')).toHaveDisplayValue('Offer a quieter place.')
})

const words = `:::::words{#ask}
## Ask

Choose words.

::::phrase{#home}
On the phone.

> “Is your husband at home?”

:::option{#anyone fit=best}
“Is there anyone you would like with you?”

The person decides who counts.
:::

:::option{#partner fit=good}
“Do you have a partner?”

It asks for more than you need.
:::
::::
:::::`

test('words: several answers can work, each with its own word', async () => {
  await show(words)
  expect(screen.getByText('More than one answer can work.')).toBeInTheDocument()
  expect(screen.getByRole('radiogroup')).toHaveAccessibleName(/On the phone\..*Is your husband at home/)
  choose('“Do you have a partner?”')
  press('See what it does')
  expect(led()).toHaveTextContent('Can workIt asks for more than you need.')
})

test.each([
  ['single', single, ['What do you say?', 'This fits', 'Another answer fits better', 'Silence can feel cold.']],
  ['multiple', multiple, ['What do you tell first?', 'It takes away a guess.', 'It is their time.']],
  ['order', order, ['Put the steps in order.', 'Stop.They hear that you noticed.Say sorry.']],
  ['match', match, ['The form is long.', 'Say what may stay empty.', 'Nobody has to guess.']],
  ['words', words, ['“Is your husband at home?”', 'Helps most', 'Can work', 'The person decides who counts.']],
])('%s can be read without scripts', (_, markdown, expected) => {
  const page = showWithoutScripts(markdown)
  for (const sentence of expected) expect(page).toHaveTextContent(sentence)
  expect(page.querySelector('button, input, select')).toBeNull()
})
