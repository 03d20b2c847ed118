import fc from 'fast-check'
import { completion, type PlannedLesson } from './completion'
import { anyEvent, anyLog } from './event.arbitrary'
import { lastWorkedOn, lessonShare, lessonStop, partStops, stopOfAll, together } from './outline'
import { reduce } from './reduce'

const lesson: PlannedLesson = {
  id: '6.3',
  blocks: [
    { id: 'a', counts: true, instead: 'c' },
    { id: 'b', counts: false },
    { id: 'c', counts: false },
  ],
}
const shareOf = (log: Parameters<typeof reduce>[0]) => {
  const progress = reduce(log)
  const { state } = completion([lesson], progress, false).lessons[0]!
  return { state, ...lessonShare(lesson, 9, state, progress.lessons['6.3']) }
}

test('nothing is done of a lesson nobody opened, and it takes its whole time', () => {
  expect(shareOf([])).toEqual({ state: 'todo', done: 0, total: 3, minutes: 9 })
})

test('what only asks to be read is done when it was reached, what asks for an answer is not', () => {
  const at = { at: '2026-11-20T10:00:00.000Z', course: 'safer-spaces', lesson: '6.3' }
  const reached = ['a', 'b'].map((block, n) => ({ ...at, id: `${n}`, kind: 'block.reached' as const, block }))
  expect(shareOf(reached)).toEqual({ state: 'started', done: 1, total: 3, minutes: 6 })
})

test('all parts are done exactly when the lesson is, and more never makes less of it', () => {
  fc.assert(
    fc.property(anyLog, anyEvent, (log, more) => {
      const [before, after] = [shareOf(log), shareOf([...log, more])]
      expect(before.done).toBeLessThanOrEqual(before.total)
      expect(before.minutes === 0).toBe(before.state === 'done')
      if (before.state === 'done') expect(before.done).toBe(before.total)
      expect(after.done).toBeGreaterThanOrEqual(before.done)
      expect(after.minutes).toBeLessThanOrEqual(before.minutes)
    }),
  )
})

test('several are the sum of each', () => {
  const one = { done: 1, total: 3, minutes: 6 }
  expect(together([])).toEqual({ done: 0, total: 0, minutes: 0 })
  expect(together([one, one, one])).toEqual({ done: 3, total: 9, minutes: 18 })
})

test('the parts of a lesson as stops: where somebody is, done, skipped and open', () => {
  const known = { blocks: { a: 'replaced' as const, b: 'reached' as const, c: 'reached' as const } }
  expect(partStops(lesson, undefined, undefined)).toEqual(['todo', 'todo', 'todo'])
  expect(partStops(lesson, known, 'c')).toEqual(['skip', 'done', 'now'])
  expect(partStops(lesson, { blocks: { a: 'reached' } }, 'b')).toEqual(['todo', 'now', 'todo'])
})

test('a lesson is a skipped stop exactly when it counts and nothing of what asks was tried', () => {
  expect(lessonStop(lesson, 'done', { blocks: { a: 'skipped' } })).toBe('skip')
  expect(lessonStop(lesson, 'done', { blocks: { a: 'tried' } })).toBe('done')
  expect(lessonStop({ id: '1.1', blocks: [] }, 'done', { blocks: {} })).toBe('done')
  expect(lessonStop(lesson, 'started', { blocks: { a: 'skipped' } })).toBe('todo')
})

test('several stops as one: the place of a person, else what is open, else done or skipped', () => {
  const anyStop = fc.constantFrom('done', 'skip', 'now', 'todo')
  fc.assert(
    fc.property(fc.array(anyStop, { minLength: 1 }), (stops) => {
      const wanted = (['now', 'todo', 'done', 'skip'] as const).find((stop) => stops.includes(stop))
      expect(stopOfAll(stops)).toBe(wanted)
    }),
  )
})

test('when each lesson of a course was last worked on, in whatever order the events came', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const last = lastWorkedOn('safer-spaces', log)
      expect(lastWorkedOn('safer-spaces', log.toReversed())).toEqual(last)
      for (const event of log)
        if ('lesson' in event && event.course === 'safer-spaces') expect(last.get(event.lesson)! >= event.at).toBe(true)
    }),
  )
})
