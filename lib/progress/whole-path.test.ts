import { completion, type PlannedLesson } from './completion'
import { reduce } from './reduce'
import { wholePath } from './whole-path'

const path: PlannedLesson[] = [
  { id: '1.1', blocks: [{ id: 'a', counts: true }, { id: 'b', counts: false }, { id: 'c', counts: true, instead: 'card' }] },
  { id: '2.1', blocks: [] },
]
const end = new Date('2026-11-21T10:00:00.000Z')
const events = wholePath('sample', path, end)

it('is all that a completed path needs, and nothing less would do', () => {
  const done = (some: typeof events) => {
    const progress = reduce(some)
    return completion(path, progress, progress.checkPassed !== undefined).done
  }
  expect(done(events)).toBe(true)
  for (const { id, kind } of events)
    if (kind !== 'lesson.opened') expect([kind, done(events.filter((event) => event.id !== id))]).toEqual([kind, false])
})

it('was done one thing after the other, and nothing later than now', () => {
  const times = events.map(({ at }) => at)
  expect(times).toEqual([...times].sort())
  expect(new Set(times).size).toBe(events.length)
  expect(times.at(-1)).toBe(end.toISOString())
})
