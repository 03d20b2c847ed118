import { anonymous, personActor } from '@/lib/access/actor'
import { getCoursePlan } from '@/lib/courses/queries'
import { db } from '@/lib/db'
import { openDemoSession } from '@/lib/people/commands'
import { publishCourse } from '@/lib/quizzes/bank.fixture'
import { beginLedger } from './commands'
import { completion } from './completion'
import { finishedLedger } from './demo'
import { getProgress } from './queries'

// Read at the first use.
process.env.DEMO = '1'

let course: string
beforeAll(async () => void (course = await publishCourse()))
afterAll(() => db.$disconnect())

it('the finished learner of a demonstration has completed the first path, once, however often somebody enters', async () => {
  const events = await finishedLedger(anonymous)
  const account = { email: 'demo-finished@haven.invalid', locale: 'en', replaced: undefined } as const
  const enter = async () => {
    const ledger = await finishedLedger(anonymous)
    return openDemoSession(anonymous, account, (tx, personId) => beginLedger(anonymous, tx, personId, ledger))
  }
  const sessions = await Promise.all(Array.from({ length: 5 }, enter))
  expect(new Set(sessions.map(({ personId }) => personId)).size).toBe(1)
  expect(new Set(sessions.map(({ sessionId }) => sessionId)).size).toBe(5)
  expect(await db.progressEvent.count()).toBe(events.length)

  const { personId, sessionId } = sessions[0]!
  const progress = await getProgress(personActor(personId, sessionId), course)
  const { paths, lessons } = await getCoursePlan(anonymous, course)
  const path = lessons.filter(({ id }) => paths[0]?.lessons.includes(id))
  expect(path.length).toBeGreaterThan(0)
  expect(completion(path, progress, progress.checkPassed !== undefined)).toMatchObject({ done: true, missing: [] })
})
