import fc from 'fast-check'
import { completion, type PlannedLesson } from './completion'
import type { ProgressEvent } from './event'
import { anyEvent, anyLog, uuid } from './event.arbitrary'
import { reduce } from './reduce'

const path: PlannedLesson[] = [
  {
    id: '1.1',
    blocks: [
      { id: 'a', counts: false },
      { id: 'b', counts: true },
    ],
  },
  {
    id: '6.3',
    blocks: [
      { id: 'a', counts: true, instead: 'c' },
      { id: 'c', counts: false },
    ],
  },
]

let count = 0
type Told =
  | [kind: 'lesson.finished', lesson: string]
  | [kind: 'block.tried' | 'block.skipped' | 'block.replaced' | 'block.reached', lesson: string, block: string]
const log = (...told: Told[]): ProgressEvent[] =>
  told.map(([kind, lesson, block]) => {
    const stamp = { id: uuid(count++), at: '2026-11-20T10:00:00.000Z', course: 'safer-spaces', lesson }
    return kind === 'lesson.finished' ? { ...stamp, kind } : { ...stamp, kind, block }
  })
const commitment: ProgressEvent = {
  id: uuid(999),
  kind: 'commitment.written',
  course: 'safer-spaces',
  at: '2026-11-20T10:00:00.000Z',
}

describe('completion', () => {
  it('asks for everything of someone who comes for the first time', () => {
    expect(completion(path, reduce([]), false)).toEqual({
      done: false,
      lessons: [
        { id: '1.1', state: 'todo' },
        { id: '6.3', state: 'todo' },
      ],
      missing: [
        { what: 'block', lesson: '1.1', block: 'b' },
        { what: 'lesson', lesson: '1.1' },
        { what: 'block', lesson: '6.3', block: 'a' },
        { what: 'lesson', lesson: '6.3' },
        { what: 'check' },
        { what: 'commitment' },
      ],
    })
  })

  it('keeps a lesson whose card was read done when its block is tried later', () => {
    const read = log(['block.replaced', '6.3', 'a'])
    for (const events of [read, [...read, ...log(['block.tried', '6.3', 'a'])]])
      expect(completion(path, reduce(events), false).lessons[1]).toEqual({ id: '6.3', state: 'done' })
    expect(completion(path, reduce(log(['block.tried', '6.3', 'a'])), false).lessons[1]).toEqual({ id: '6.3', state: 'started' })
  })

  it('counts skipping like trying', () => {
    const done = [
      ...log(
        ['block.skipped', '1.1', 'b'],
        ['lesson.finished', '1.1'],
        ['block.tried', '6.3', 'a'],
        ['lesson.finished', '6.3'],
      ),
      commitment,
    ]
    expect(completion(path, reduce(done), true)).toMatchObject({ done: true, missing: [] })
  })

  it('takes a lesson for done when the card was read instead, without reaching its end', () => {
    expect(completion(path, reduce(log(['block.replaced', '6.3', 'a'])), false).lessons).toContainEqual({
      id: '6.3',
      state: 'done',
    })
  })

  it('does not take a lesson for done that offers no card and was not read to the end', () => {
    expect(completion(path, reduce(log(['block.replaced', '1.1', 'b'])), false).lessons).toContainEqual({
      id: '1.1',
      state: 'started',
    })
  })

  it('does not count a block that was only reached', () => {
    const { missing } = completion(path, reduce(log(['block.reached', '1.1', 'b'], ['lesson.finished', '1.1'])), true)
    expect(missing).toContainEqual({ what: 'block', lesson: '1.1', block: 'b' })
    expect(missing).not.toContainEqual({ what: 'lesson', lesson: '1.1' })
  })

  it('is never undone by doing more', () => {
    fc.assert(
      fc.property(anyLog, anyEvent, fc.boolean(), (events, more, passed) => {
        const before = completion(path, reduce(events), passed)
        const after = completion(path, reduce([...events, more]), passed)
        const rank = { todo: 0, started: 1, done: 2 }
        after.lessons.forEach(({ state }, index) =>
          expect(rank[state]).toBeGreaterThanOrEqual(rank[before.lessons[index]!.state]),
        )
        expect(before.missing).toEqual(expect.arrayContaining(after.missing))
      }),
    )
  })

  it('is done exactly when nothing is missing, and every lesson is named once', () => {
    fc.assert(
      fc.property(anyLog, fc.boolean(), (events, passed) => {
        const { done, lessons, missing } = completion(path, reduce(events), passed)
        expect(done).toBe(missing.length === 0)
        expect(lessons.map(({ id }) => id)).toEqual(['1.1', '6.3'])
        for (const { id, state } of lessons)
          expect(state === 'done').toBe(!missing.some((one) => 'lesson' in one && one.lesson === id))
        if (done) expect(passed && lessons.every(({ state }) => state === 'done')).toBe(true)
      }),
    )
  })
})
