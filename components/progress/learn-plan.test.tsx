import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import progress from '@/messages/en/progress.json'
import { checkNote } from './check-note'
import { all, append, erase, keepNote } from './device'
import { LearnPlan } from './learn-plan'

const course = 'safer-spaces'
const lesson = (id: string) => ({
  id,
  title: `Lesson ${id}`,
  lang: 'en',
  module: `m${id}`,
  minutes: 5,
  href: `/en/${id}`,
  blocks: [{ id: 'desk', counts: true }],
})
const { learn } = progress
const labels = {
  ...learn,
  stay: progress.sync.stay,
  commitment: {
    title: learn.commitment,
    text: learn.commitmentText,
    label: learn.commitmentLabel,
    hint: learn.commitmentHint,
    empty: learn.commitmentEmpty,
    save: learn.commitmentSave,
    kept: learn.commitmentKept,
    elsewhere: learn.commitmentElsewhere,
  },
}
const plan = (
  <LearnPlan
    course={course}
    checkHref="/en/check"
    signInHref="/en/sign-in"
    certificatesHref="/en/certificates"
    modules={['1', '2', '3'].map((id) => ({ id: `m${id}`, title: `Module ${id}`, lang: 'en' }))}
    lessons={['1', '2'].map(lesson)}
    paths={[
      { id: 'all', title: 'All of it', lang: 'en', lessons: ['1', '2'] },
      { id: 'short', title: 'In short', lang: 'en', lessons: ['2'] },
    ]}
    labels={labels}
  />
)
const row = (name: string) => screen.getByRole('link', { name }).closest('li')!
const at = (id: string) => ({ course, lesson: id, revision: 1 })
const finish = (id: string) => {
  append({ kind: 'lesson.opened', ...at(id) })
  append({ kind: 'block.tried', block: 'desk', ...at(id) })
  append({ kind: 'lesson.finished', ...at(id) })
}

beforeEach(async () => {
  render(plan)
  await act(() => all(course))
})
afterEach(async () => {
  cleanup()
  await erase()
})

test('nothing is begun: the first lesson comes next', () => {
  expect(within(screen.getByRole('region', { name: 'Lesson 1' })).getByRole('link')).toHaveAttribute('href', '/en/1')
  expect(row('Lesson 1')).toHaveAttribute('data-s', 'todo')
  expect(screen.getByText('0 of 2 lessons done')).toBeVisible()
})

test('a lesson under way is gone on with where it was left', () => {
  act(() => {
    finish('1')
    append({ kind: 'lesson.opened', ...at('2') })
    append({ kind: 'block.reached', block: 'desk', ...at('2') })
  })
  expect(row('Lesson 1')).toHaveAttribute('data-s', 'done')
  expect(row('Lesson 1')).toHaveTextContent(learn.states.done)
  expect(row('Lesson 2')).toHaveAttribute('data-s', 'now')
  expect(row('Lesson 2')).toHaveTextContent(learn.states.started)
  expect(within(screen.getByRole('region', { name: 'Lesson 2' })).getByRole('link')).toHaveAttribute('href', '/en/2#desk')
  expect(screen.getByText('1 of 2 lessons done')).toBeVisible()
})

test('each module says how much of it is done, and what the rest takes', () => {
  const part = (name: string) => screen.getByRole('region', { name })
  expect(part('Module 1')).toHaveTextContent('0 of 1 parts done')
  expect(part('Module 1')).toHaveTextContent('about 5 min left')
  expect(screen.queryByRole('region', { name: 'Module 3' })).toBeNull()
  act(() => finish('1'))
  expect(part('Module 1')).toHaveTextContent('1 of 1 parts done')
  expect(part('Module 1')).not.toHaveTextContent('left')
  expect(part('Module 2')).toHaveTextContent('0 of 1 parts done')
})

test('a part under way says which one it is, and how long the lesson still takes', () => {
  act(() => {
    append({ kind: 'lesson.opened', ...at('1') })
    append({ kind: 'block.reached', block: 'desk', ...at('1') })
  })
  const next = screen.getByRole('region', { name: 'Lesson 1' })
  expect(next).toHaveTextContent('Part 1 of 1. About 5 min left in this lesson.')
})

test('without an account it says that all is only here, and what an account is for', () => {
  expect(screen.getByText(learn.where.device)).toBeVisible()
  expect(screen.getByRole('link', { name: learn.where.signIn })).toHaveAttribute('href', '/en/sign-in')
})

test('another path counts its own lessons, and is kept', () => {
  act(() => finish('1'))
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'short' } })
  expect(screen.getByText('0 of 1 lessons done')).toBeVisible()
  cleanup()
  render(plan)
  expect(screen.getByRole('combobox')).toHaveValue('short')
})

test('it is finished with the lessons, the check and the commitment, not before', () => {
  act(() => {
    finish('1')
    finish('2')
  })
  expect(row(learn.check)).toHaveTextContent(learn.checkOpen)
  act(() => keepNote(checkNote(course), JSON.stringify({ passed: true })))
  expect(row(learn.check)).toHaveTextContent(learn.checkPassed)
  expect(screen.queryByText(learn.completeText)).toBeNull()
  expect(screen.queryByRole('link', { name: learn.certificateGet })).toBeNull()
  act(() => append({ kind: 'commitment.written', course }))
  expect(screen.getByText(learn.completeText)).toBeVisible()
  expect(screen.getByRole('link', { name: learn.certificateGet })).toHaveAttribute('href', '/en/certificates')
})

test('the check of a note that is torn is open', () => {
  act(() => keepNote(checkNote(course), '{"passed":'))
  expect(row(learn.check)).toHaveTextContent(learn.checkOpen)
})
