import { fireEvent, screen } from '@testing-library/react'
import { choose, forget, led, press, show, showWithoutScripts } from '../block.fixture'

afterEach(forget)

const reflect = ':::reflect{#own}\n## Your own words\n\nWhich first sentence do you want to change?\n:::'
const checklist = `:::checklist{#desk}
## My own desk

Walk past it.

### Ears
::check[Can the queue hear a name?]{#queue}

### Eyes
::check[Who reads the screen?]{#screen}
:::`
const today = ':::today{#now}\n## One chair\n\nSit there for a minute.\n\n::done[I have sat there]\n:::'

describe('a reflection', () => {
  const field = () => screen.getByLabelText('Which first sentence do you want to change?')

  test('is kept with every letter, and writing counts', async () => {
    const { unmount, stateOf } = await show(reflect)
    fireEvent.change(field(), { target: { value: '  ' } })
    expect(await stateOf()).toBeUndefined()
    fireEvent.change(field(), { target: { value: 'The first' } })
    unmount()
    await show(reflect)
    expect(field()).toHaveValue('The first')
    expect(await stateOf()).toBe('tried')
  })

  test('is checked for spelling by nobody, because some browsers would send it away', async () => {
    await show(reflect)
    expect(field()).toHaveAttribute('spellcheck', 'false')
    expect(field()).toHaveAccessibleDescription('Stays on this device. Not sent, not counted, not graded.')
  })

  test('can be deleted, and brought back as long as the page is open', async () => {
    await show(reflect)
    fireEvent.change(field(), { target: { value: 'A name' } })
    press('Delete my note')
    expect(field()).toHaveValue('')
    expect(led()).toHaveTextContent('Your note is deleted.')
    press('Undo')
    expect(field()).toHaveValue('A name')
    expect(led()).toBe(field())
  })

  test('can be read without scripts', () => {
    const page = showWithoutScripts(reflect)
    expect(page).toHaveTextContent('Which first sentence do you want to change?')
    expect(page).toHaveTextContent('or write it on paper')
  })
})

describe('a checklist', () => {
  test('keeps its ticks, and the first one counts', async () => {
    const { unmount, stateOf } = await show(checklist)
    expect(await stateOf()).toBeUndefined()
    choose('Who reads the screen?')
    unmount()
    await show(checklist)
    expect(screen.getByLabelText('Who reads the screen?')).toBeChecked()
    expect(screen.getByLabelText('Can the queue hear a name?')).not.toBeChecked()
    expect(await stateOf()).toBe('tried')
  })

  test('can be copied as words; when the browser refuses, it says so', async () => {
    await show(checklist)
    choose('Who reads the screen?')
    const writeText = jest.fn().mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('refused'))
    Object.assign(navigator, { clipboard: { writeText } })
    press('Copy this list')
    expect(await screen.findByText(/The list is copied/)).toBeInTheDocument()
    expect(writeText).toHaveBeenCalledWith('Ears\n☐ Can the queue hear a name?\nEyes\n☑ Who reads the screen?')
    press('Copy this list')
    expect(await screen.findByText(/does not let us copy/)).toBeInTheDocument()
  })

  test('prints alone', async () => {
    await show(checklist)
    let printed: string | undefined
    window.print = () => void (printed = document.documentElement.dataset.print)
    press('Print this list')
    expect(printed).toBe('part')
    expect(document.documentElement.dataset.print).toBeUndefined()
  })

  test('can be ticked on paper: without scripts it is all there, and nothing promises to keep it', () => {
    const page = showWithoutScripts(checklist)
    expect(page).toHaveTextContent('Ears')
    expect(page.querySelectorAll('input[type=checkbox]')).toHaveLength(2)
    expect(page).not.toHaveTextContent('stay on this device')
  })
})

test('today is ticked for oneself: kept, and not counted', async () => {
  const { unmount, stateOf } = await show(today)
  choose('I have sat there')
  unmount()
  await show(today)
  expect(screen.getByLabelText('I have sat there')).toBeChecked()
  expect(await stateOf()).toBeUndefined()
})
