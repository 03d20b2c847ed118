import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Actor, anonymous, personActor } from '@/lib/access/actor'
import { ownerOf } from '@/lib/access/cookies'
import { hashOf } from '@/lib/access/derive'
import { goneMeanwhile } from '@/lib/access/errors'
import { db } from '@/lib/db'
import { erasePerson } from '@/lib/people/commands'
import { recordEvents } from '@/lib/progress/commands'
import { newId } from '@/lib/progress/new-id'
import { answers } from './answers.fixture'
import { publishCourse } from './bank.fixture'
import { claimTries, drawAttempt, submitAttempt } from './commands'

let course: string
beforeAll(async () => void (course = await publishCourse()))
afterAll(() => db.$disconnect())

const newCandidate = () => randomBytes(32).toString('base64url')
async function someone(): Promise<{ actor: Actor; owner: string; personId: string }> {
  const { id: personId } = await db.person.create({ data: {} })
  return { actor: personActor(personId, randomUUID()), owner: ownerOf(personId), personId }
}
const leftOf = (candidate: string) => db.attempt.count({ where: { candidate: hashOf(candidate) } })

const rounds = 30

/**
 * A deed and an erasure at nearly the same time, many times over. The erasure must always succeed; the deed may come too late.
 * @returns how many rounds have ended well
 */
async function against(prepare: (who: Awaited<ReturnType<typeof someone>>) => Promise<{ deed: () => Promise<unknown>; left: () => Promise<number> }>) {
  for (let round = 0; round < rounds; round++) {
    const who = await someone()
    const { deed, left } = await prepare(who)
    const [erased, done] = await Promise.allSettled([sleep(round % 12).then(() => erasePerson(who.actor)), deed()])
    expect(erased).toEqual({ status: 'fulfilled', value: undefined })
    if (done.status === 'rejected') expect(goneMeanwhile(done.reason) ?? done.reason).toMatchObject({ name: expect.stringMatching(/^(Denied|NotFound)$/) })
    expect(await db.person.count({ where: { id: who.personId } })).toBe(0)
    // Who was too late has handed over nothing.
    if (done.status === 'fulfilled') expect(await left()).toBe(0)
  }
  return rounds
}

async function drawn() {
  const candidate = newCandidate()
  const sheet = await drawAttempt(anonymous, { attempt: randomUUID(), candidate, course, locale: 'en' })
  return { candidate, given: { attempt: sheet.attempt, candidate, answers: answers(sheet), locale: 'en' } as const }
}

describe('erasing a person at the moment when', () => {
  it('a device hands over tries that were passed', async () => expect(await against(async ({ actor, owner }) => {
    const { candidate, given } = await drawn()
    await submitAttempt(anonymous, given)
    return { deed: () => claimTries(actor, { owner, candidate, course }), left: () => leftOf(candidate) }
  })).toBe(rounds))

  it('they pass the final check', async () => expect(await against(async ({ actor, owner }) => {
    const { candidate, given } = await drawn()
    await claimTries(actor, { owner, candidate, course })
    return { deed: () => submitAttempt(anonymous, given), left: () => leftOf(candidate) }
  })).toBe(rounds))

  it('a device sends what was learned', async () => expect(await against(async ({ actor, personId }) => {
    const event = { kind: 'lesson.opened', course, lesson: '1.1', revision: 1, id: newId(Date.now()), at: new Date().toISOString() } as const
    return { deed: () => recordEvents(actor, { events: [event] }), left: () => db.progressEvent.count({ where: { personId } }) }
  })).toBe(rounds))
})
