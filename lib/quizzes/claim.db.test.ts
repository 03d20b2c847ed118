import { randomBytes, randomUUID } from 'node:crypto'
import { anonymous, personActor, type Actor } from '@/lib/access/actor'
import { ownerOf } from '@/lib/access/cookies'
import { Denied } from '@/lib/access/errors'
import { db } from '@/lib/db'
import { recordEvents } from '@/lib/progress/commands'
import { getProgress } from '@/lib/progress/queries'
import { answers } from './answers.fixture'
import { publishCourse } from './bank.fixture'
import { claimTries, drawAttempt, submitAttempt } from './commands'

let course: string
beforeAll(async () => void (course = await publishCourse()))
afterEach(() => db.person.deleteMany())
afterAll(() => db.$disconnect())

const newCandidate = () => randomBytes(32).toString('base64url')
const someone = async () => personActor((await db.person.create({ data: {}, select: { id: true } })).id, randomUUID())
const draw = (candidate: string) => drawAttempt(anonymous, { attempt: randomUUID(), candidate, course, locale: 'en' })
const ownerIn = (actor: Actor) => ownerOf(actor.kind === 'person' ? actor.personId : '')
const claim = (actor: Actor, candidate: string, owner: string | undefined = ownerIn(actor)) => claimTries(actor, { owner, candidate, course })

async function handIn(candidate: string, well = true) {
  const drawn = await draw(candidate)
  return submitAttempt(anonymous, { attempt: drawn.attempt, candidate, answers: well ? answers(drawn) : {}, locale: 'en' })
}
const passing = async () => {
  const candidate = newCandidate()
  await handIn(candidate)
  return candidate
}
const written = () => db.progressEvent.findMany({ where: { kind: 'check.passed' } })

describe('claimTries', () => {
  it('writes what was passed before the claim, with its own time, once for 50 claims at the same moment', async () => {
    const [actor, candidate] = [await someone(), await passing()]
    const said = await Promise.all(Array.from({ length: 50 }, () => claim(actor, candidate)))
    expect(new Set(said.map(({ passed }) => passed))).toEqual(new Set([true]))
    expect([await db.candidate.count(), (await written()).length]).toEqual([1, 1])
    const { submittedAt } = await db.attemptResult.findFirstOrThrow({ orderBy: { submittedAt: 'desc' } })
    expect(await getProgress(actor, course)).toEqual({ lessons: {}, checkPassed: submittedAt.toISOString() })
  })

  it('writes what is passed after the claim, with the result', async () => {
    const [actor, candidate] = [await someone(), newCandidate()]
    expect(await claim(actor, candidate)).toEqual({ passed: false })
    await handIn(candidate, false)
    expect(await written()).toEqual([])
    expect((await handIn(candidate)).passed).toBe(true)
    expect(await written()).toHaveLength(1)
    expect(await claim(actor, candidate)).toEqual({ passed: true })
  })

  it('misses nothing when the claim and the last answer meet', async () => {
    const actor = await someone()
    for (let turn = 0; turn < 15; turn++) {
      await db.progressEvent.deleteMany()
      const candidate = newCandidate()
      const drawn = await draw(candidate)
      const given = { attempt: drawn.attempt, candidate, answers: answers(drawn), locale: 'en' } as const
      await Promise.all([claim(actor, candidate), submitAttempt(anonymous, given), claim(actor, candidate)])
      expect(await written()).toHaveLength(1)
    }
  })

  it('leaves a candidate with whoever came first, and tells the second nothing', async () => {
    const [first, second] = [await someone(), await someone()]
    const candidate = await passing()
    await claim(first, candidate)
    const before = [await db.candidate.findMany(), await written()]
    expect(await claim(second, candidate)).toEqual(await claim(second, newCandidate()))
    expect([await db.candidate.findMany({ where: { personId: { not: { equals: second.kind === 'person' ? second.personId : '' } } } }), await written()]).toEqual(before)
    expect(await getProgress(second, course)).toEqual({ lessons: {} })
    expect(await claim(second, await passing())).toEqual({ passed: true })
    expect(await claim(second, candidate)).toEqual({ passed: true })
    expect(await written()).toHaveLength(2)
  })

  it('writes it once for a person who passes twice', async () => {
    const actor = await someone()
    const candidates = [await passing(), await passing(), await passing()]
    await Promise.all(candidates.map((candidate) => claim(actor, candidate)))
    expect(await written()).toHaveLength(1)
  })

  it('reaches the devices by sync, after what they had already', async () => {
    const actor = await someone()
    const { cursor } = await recordEvents(actor, { events: [] })
    await claim(actor, await passing())
    expect((await recordEvents(actor, { events: [], after: cursor })).events).toMatchObject([{ kind: 'check.passed', course }])
  })

  it('takes nothing from a device that is somebody else’s, or does not say whose it is', async () => {
    const [anna, bela, candidate] = [await someone(), await someone(), await passing()]
    await expect(claim(bela, candidate, ownerIn(anna))).rejects.toThrow(Denied)
    await expect(claimTries(bela, { candidate, course })).rejects.toThrow(Denied)
    expect([await db.candidate.count(), await written()]).toEqual([0, []])
    expect(await claim(anna, candidate)).toEqual({ passed: true })
  })

  it('is closed to someone who is not signed in', async () => {
    await expect(claim(anonymous, await passing())).rejects.toThrow(Denied)
    expect(await db.candidate.count()).toBe(0)
  })
})
