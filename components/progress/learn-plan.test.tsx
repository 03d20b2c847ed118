import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import progress from '@/messages/en/progress.json'
import certificates from '@/messages/en/certificates.json'
import { dayWords } from '@/lib/i18n/day'
import { signedIn } from './account.fixture'
import { checkNote } from './check-note'
import { all, append, erase, keepNote, take } from './device'
import { LearnPlan } from './learn-plan'

// jsdom has none; what is kept here is plain.
globalThis.structuredClone ??= (value: unknown) => JSON.parse(JSON.stringify(value)) as never

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
const counted = (before: string, after: string) => [0, 1, 2].map((count) => `${before} ${count} ${after}`.trim())
const labels = {
  ...learn,
  stay: progress.sync.stay,
  moduleOf: counted('{done} of', 'lessons'),
  skippedSome: counted('', 'skipped'),
  toGo: counted('', 'to go'),
  keep: { ...learn.keep, text: counted('', 'begun') },
  own: certificates.own,
  commitment: {
    title: learn.commitment,
    text: learn.commitmentText,
    label: learn.commitmentLabel,
    hint: learn.commitmentHint,
    empty: learn.commitmentEmpty,
    save: learn.commitmentSave,
    kept: learn.commitmentKept,
    elsewhere: learn.commitmentElsewhere,
    another: learn.commitmentAnother,
    change: learn.commitmentChange,
  },
}
const plan = (
  <LearnPlan
    course={{ id: course, title: 'Safer spaces', lang: 'en' }}
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
    day={dayWords('en')}
  />
)
/** A closed module hides its lessons from eyes, not from whoever looks for them here. */
const link = (name: string) => screen.getByRole('link', { name, hidden: true })
const row = (name: string) => link(name).closest('li')!
const stop = (module: string) => screen.getByText(module).closest('li')!
const next = () => document.querySelector('.resume') as HTMLElement
const at = (id: string) => ({ course, lesson: id, revision: 1 })
const begin = (id: string) => {
  append({ kind: 'lesson.opened', ...at(id) })
  append({ kind: 'block.reached', block: 'desk', ...at(id) })
}
const finish = (id: string, kind: 'block.tried' | 'block.skipped' = 'block.tried') => {
  append({ kind: 'lesson.opened', ...at(id) })
  append({ kind, block: 'desk', ...at(id) })
  append({ kind: 'lesson.finished', ...at(id) })
}
const show = async () => {
  render(plan)
  await act(() => all(course))
}

beforeEach(show)
afterEach(async () => {
  cleanup()
  await erase()
})

test('nothing is begun: the first lesson comes next, and its module stands open', () => {
  expect(next()).toHaveTextContent(`${learn.next}Lesson 1`)
  expect(within(next()).getAllByRole('link').map((a) => [a.textContent, a.getAttribute('href')])).toEqual([[learn.begin, '/en/1']])
  expect(stop('Module 1')).toHaveAttribute('data-s', 'todo')
  expect(stop('Module 1').querySelector('details')).toHaveAttribute('open')
  expect(stop('Module 2').querySelector('details')).not.toHaveAttribute('open')
  expect(screen.getByText('0 of 2 lessons done, about 10 min left')).toBeVisible()
})

test('only who has done nothing at all begins with the first lesson', () => {
  act(() => finish('1'))
  expect(within(next()).getByRole('link')).toHaveTextContent(learn.start)
})

test('a lesson under way is gone on with where it was left, or from its first line', () => {
  act(() => {
    finish('1')
    begin('2')
  })
  expect(row('Lesson 1')).toHaveTextContent(learn.states.done)
  expect(row('Lesson 2')).toHaveTextContent(learn.states.started)
  expect(stop('Module 1')).toHaveAttribute('data-s', 'done')
  expect(stop('Module 2')).toHaveAttribute('data-s', 'now')
  expect(stop('Module 2')).toHaveTextContent('You are here, about 5 min left')
  expect(next()).toHaveTextContent(`${learn.stopped}Lesson 2About 5 min left in this lesson.Part 1 of 1.`)
  expect(next().querySelectorAll('.segs > [data-s="now"]')).toHaveLength(1)
  expect(within(next()).getAllByRole('link').map((a) => [a.textContent, a.getAttribute('href')])).toEqual([
    [learn.resume, '/en/2#desk'],
    [learn.restart, '/en/2#main'],
  ])
})

test('of two lessons under way, the place is in the one that was worked on last', () => {
  act(() => {
    begin('2')
    begin('1')
  })
  expect(next()).toHaveTextContent('Lesson 1')
  act(() => append({ kind: 'block.reached', block: 'other', ...at('2') }))
  expect(next()).toHaveTextContent('Lesson 2')
  expect(document.querySelectorAll('.mods > [data-s="now"]')).toHaveLength(1)
})

test('each module says how much of it is done, and what the rest takes', () => {
  expect(stop('Module 1')).toHaveTextContent('0 of 1 lessons5 min')
  expect(screen.queryByText('Module 3')).toBeNull()
  act(() => finish('1'))
  expect(stop('Module 1').querySelector('summary')).toHaveTextContent(/^Module 11 of 1 lessons$/)
  act(() => finish('2', 'block.skipped'))
  expect(stop('Module 2').querySelector('summary')).toHaveTextContent('1 of 1 lessons1 skipped')
  expect(stop('Module 2')).toHaveAttribute('data-s', 'skip')
})

test('without an account it says that all is only here, and what an account is for', () => {
  expect(screen.getByText(learn.where.device)).toBeVisible()
  expect(screen.getByRole('link', { name: learn.where.signIn })).toHaveAttribute('href', '/en/sign-in')
})

test('another path counts its own lessons, and is kept', () => {
  act(() => finish('1'))
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'short' } })
  expect(screen.getByText('0 of 1 lessons done, about 5 min left')).toBeVisible()
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
  expect(within(next()).getByRole('link')).toHaveAttribute('href', '/en/check')
  act(() => keepNote(checkNote(course), JSON.stringify({ passed: true })))
  expect(row(learn.check)).toHaveTextContent(learn.checkPassed)
  expect(within(next()).getByRole('link')).toHaveAttribute('href', '#commitment')
  expect(screen.queryByText(learn.completeText)).toBeNull()
  expect(screen.queryByRole('link', { name: learn.certificateGet })).toBeNull()
  act(() => append({ kind: 'commitment.written', course }))
  expect(screen.getByText(learn.completeText)).toBeVisible()
  expect(next()).toBeNull()
  expect(screen.getByRole('link', { name: learn.certificateGet })).toHaveAttribute('href', '/en/certificates')
})

test('the check of a note that is torn is open', () => {
  act(() => keepNote(checkNote(course), '{"passed":'))
  expect(row(learn.check)).toHaveTextContent(learn.checkOpen)
})

describe('certificates', () => {
  const section = () => within(screen.getByRole('region', { name: learn.certificates }))
  const one = {
    code: 'K7Q2M4XT9B6Z0HVN3RJ8WYE5PC', name: 'Dana', courseId: course, title: 'Safer spaces', pathTitle: 'In short',
    issuedAt: '2026-11-21T10:00:00Z', validUntil: '2028-11-21T10:00:00Z', state: 'valid',
  }
  /** All that a path asks for; with an account only the account knows of the check. */
  function finishAll() {
    finish('1')
    finish('2')
    append({ kind: 'commitment.written', course })
    return take([{ kind: 'check.passed', course, id: '019a9f00-0000-7000-8000-000000000000', at: '2026-11-20T10:00:00.000Z', sent: true }])
  }
  /** A page of somebody with an account that has these certificates. */
  async function account(list: object[]) {
    cleanup()
    signedIn(`private.${'c'.repeat(22)}`)
    globalThis.fetch = (async () => ({ ok: true, status: 200, json: async () => ({ certificates: list }) })) as never
    await show()
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
  }
  afterEach(() => signedIn(undefined))

  test('without an account: what one needs, and the way to them', () => {
    expect(section().getByText(learn.certificateNeeds)).toBeVisible()
    expect(section().getByRole('link', { name: certificates.own.title })).toHaveAttribute('href', '/en/certificates')
    expect(section().queryByRole('list')).toBeNull()
  })

  test('finished and nothing claimed: the way to claim it', async () => {
    await account([])
    await act(async () => finishAll())
    expect(screen.getByRole('link', { name: learn.certificateGet })).toHaveAttribute('href', '/en/certificates')
    expect(section().getByRole('listitem')).toHaveTextContent(certificates.own.claimText)
  })

  test('while it is asked whose this is, nothing says that it is kept', async () => {
    await act(async () => finish('1'))
    await account([])
    await screen.findByRole('heading', { name: learn.keep.title })
    expect(screen.queryByRole('heading', { name: learn.where.title })).toBeNull()
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: learn.keep.no })))
    expect(await screen.findByRole('heading', { name: learn.where.title })).toBeVisible()
  })

  test('with none yet: what is left', async () => {
    await account([])
    expect(section().getByRole('listitem')).toHaveTextContent(`${learn.certificateOpen}2 to go`)
    expect(section().getByRole('link', { name: certificates.own.title })).toBeVisible()
  })

  test('one that is there is found whatever path is chosen, and nobody is sent to get it again', async () => {
    await account([one, { ...one, code: 'GONE', title: 'Taken back', state: 'revoked' }])
    await act(async () => finishAll())
    expect(screen.getByText(learn.completeText)).toBeVisible()
    expect(screen.queryByRole('link', { name: learn.certificateGet })).toBeNull()
    for (const path of ['short', 'all']) {
      fireEvent.change(screen.getByRole('combobox'), { target: { value: path } })
      expect(section().getAllByRole('listitem')).toHaveLength(1)
      expect(section().getByRole('listitem')).toHaveTextContent('Safer spacesIn short · Valid until 21 November 2028')
      expect(section().getByRole('link', { name: certificates.own.pdf })).toHaveAttribute('href', `/api/certificates/${one.code}/pdf`)
      expect(section().getByRole('link', { name: certificates.own.title })).toHaveAttribute('href', '/en/certificates')
    }
  })
})
