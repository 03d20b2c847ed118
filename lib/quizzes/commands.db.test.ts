import { randomBytes, randomUUID } from 'node:crypto'
import { anonymous, systemActor } from '@/lib/access/actor'
import { hashOf } from '@/lib/access/derive'
import { Denied, NotFound, Refused } from '@/lib/access/errors'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import type { Answer } from './answer'
import { answers, answerTo, wordsOf } from './answers.fixture'
import { bankItems, publishCourse } from './bank.fixture'
import { type Drawn, drawAttempt, forgetOpenTries, forgetUnclaimedTries, submitAttempt } from './commands'

const items = bankItems()
const newCandidate = () => randomBytes(32).toString('base64url')

let course: string
beforeAll(async () => void (course = await publishCourse()))
afterAll(() => db.$disconnect())

const drawFor = (candidate: string, attempt: string = randomUUID(), locale: Locale = 'en') =>
  drawAttempt(anonymous, { attempt, candidate, course, locale })
const submit = (drawn: Drawn, given: Record<string, Answer>, locale: Locale = 'en') =>
  submitAttempt(anonymous, { attempt: drawn.attempt, candidate: drawn.candidate, answers: given, locale })

describe('drawAttempt', () => {
  it('draws twelve families, four of them about safety', async () => {
    const { items: drawn, number, candidate, locale } = await drawFor(newCandidate())
    expect([drawn.length, drawn.filter(({ critical }) => critical).length, number, locale]).toEqual([12, 4, 1, 'en'])
    expect(drawn.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, place) => String(place + 1)))
    expect(candidate).toMatch(/^[\w-]{43}$/)
  })

  it('gives the same again for the same attempt, also when asked 20 times at once, and in another language', async () => {
    const [candidate, attempt] = [newCandidate(), randomUUID()]
    const all = await Promise.all(Array.from({ length: 20 }, () => drawFor(candidate, attempt)))
    for (const one of all) expect(one).toEqual(all[0])
    expect(await db.attempt.count({ where: { id: attempt } })).toBe(1)
    const dutch = await drawFor(candidate, attempt, 'nl')
    expect(dutch.locale).toBe('nl')
    expect(JSON.stringify(dutch.items).replaceAll('Woorden', 'Words')).toBe(JSON.stringify(all[0]!.items))
    expect((await drawFor(candidate, attempt, 'fr')).locale).toBe('en')
  })

  it('finds the open try when the device has lost its id, and makes one when many are asked for at once', async () => {
    const candidate = newCandidate()
    const all = await Promise.all(Array.from({ length: 10 }, () => drawFor(candidate)))
    for (const one of all) expect(one).toEqual(all[0])
    expect(await drawFor(candidate)).toEqual(all[0])
  })

  it('makes a candidate for whoever brings none', async () => {
    const attempt = randomUUID()
    const { candidate, items: drawn } = await drawAttempt(anonymous, { attempt, course, locale: 'en' })
    expect((await drawFor(candidate, attempt)).items).toEqual(drawn)
  })

  it('does not find the attempt of another candidate, nor a course without a check', async () => {
    const { attempt } = await drawFor(newCandidate())
    await expect(drawFor(newCandidate(), attempt)).rejects.toThrow(NotFound)
    await expect(
      drawAttempt(anonymous, { attempt: randomUUID(), candidate: newCandidate(), course: 'none', locale: 'en' }),
    ).rejects.toThrow(NotFound)
  })

  it('sends no byte that tells a key', async () => {
    for (let round = 0; round < 20; round++) {
      const sent = JSON.stringify(await drawFor(newCandidate()))
      expect(sent).not.toMatch(/"right"|"fit"|best|costly|harmful|position|seed|family|reread|Feedback/)
      for (const item of items)
        for (const { id, feedback } of item.parts) {
          expect(sent).not.toContain(wordsOf(feedback))
          expect(sent).not.toContain(id)
        }
      for (const { id } of items) expect(sent).not.toContain(id)
    }
  })
})

describe('submitAttempt', () => {
  it('passes somebody who answers everything rightly', async () => {
    const drawn = await drawFor(newCandidate())
    const result = await submit(drawn, answers(drawn))
    expect(result).toMatchObject({
      passed: true,
      enough: true,
      fits: 12,
      of: 12,
      needed: 10,
      open: 0,
      number: 1,
      attempt: drawn.attempt,
    })
    expect(result.items.every(({ right }) => right)).toBe(true)
    await expect(drawFor(drawn.candidate)).rejects.toMatchObject({ messageKey: 'quizzes.errors.passed' })
  })

  it('makes one row of 50 submits at once, and gives all the same result, whatever each of them answered', async () => {
    const drawn = await drawFor(newCandidate())
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, turn) =>
        submit(
          drawn,
          answers(drawn, ({ id }) => turn % 2 === 0 && Number(id) <= turn / 10),
        ),
      ),
    )
    for (const result of results) expect(result).toEqual(results[0])
    expect(await db.attemptResult.count({ where: { attemptId: drawn.attempt } })).toBe(1)
    expect(await submit(drawn, {})).toEqual(results[0])
    expect(await submit(drawn, { 99: 'nonsense' })).toEqual(results[0])
  })

  it('keeps what was chosen under the ids of the bank, with the language it was answered in', async () => {
    const drawn = await drawFor(newCandidate(), randomUUID(), 'nl')
    const first = drawn.items.find(({ kind }) => kind === 'match')!
    await submit(drawn, { [first.id]: { 1: 'a' } }, 'nl')
    const {
      answers: kept,
      points,
      locale,
      passed,
    } = await db.attemptResult.findUniqueOrThrow({ where: { attemptId: drawn.attempt } })
    expect(Object.values(kept as object)).toEqual([expect.objectContaining({})])
    expect(JSON.stringify(kept)).toMatch(/^\{"\w+-match-\d+-\d":\{"pair-\w+":"pair-\w+"\}\}$/)
    expect([Object.keys(points as object).length, locale, passed]).toEqual([12, 'nl', false])
  })

  it('speaks about what was chosen, in the language of the asker, and points to the block to reread', async () => {
    const drawn = await drawFor(newCandidate())
    const single = drawn.items.find(({ kind }) => kind === 'single')!
    const {
      items: reviewed,
      passed,
      enough,
      fits,
      open,
    } = await submit(drawn, { [single.id]: answerTo(single, false) }, 'nl')
    expect({ passed, enough, fits, open }).toEqual({ passed: false, enough: false, fits: 0, open: 12 })
    const one = reviewed.find(({ id }) => id === single.id)!
    expect(one).toMatchObject({ topic: single.topic, right: false, critical: single.critical })
    expect(one.reread).toEqual({ lesson: '6.3', block: 'talk', title: 'Als iemand het vertelt' })
    expect(one.feedback.map(({ text, feedback }) => [wordsOf(text), wordsOf(feedback)])).toEqual([
      ['Woorden of wrong a.', 'Feedback on wrong a.'],
    ])
    expect(reviewed.filter(({ id }) => id !== single.id).every(({ feedback }) => feedback.length === 0)).toBe(true)
    expect(JSON.stringify(reviewed)).not.toContain('the key')
  })

  it('asks only what is open, with parallel items, and passes when the safety question is right in the end', async () => {
    const candidate = newCandidate()
    const first = await drawFor(candidate)
    const missed = first.items.filter(({ critical }) => critical).slice(0, 2)
    const result = await submit(
      first,
      answers(first, (item) => missed.includes(item)),
    )
    expect(result).toMatchObject({ passed: false, enough: true, fits: 10, of: 12, open: 2 })

    const second = await drawFor(candidate)
    expect(second.number).toBe(2)
    expect(second.items.map(({ topic }) => topic).sort()).toEqual(missed.map(({ topic }) => topic).sort())
    for (const item of second.items)
      expect(first.items.map(({ stem }) => wordsOf(stem))).not.toContain(wordsOf(item.stem))
    expect(
      await submit(
        second,
        answers(second, (item) => item === second.items[0]),
      ),
    ).toMatchObject({ passed: false, fits: 11, open: 1 })

    const third = await drawFor(candidate)
    expect(third.items.map(({ topic }) => topic)).toEqual([second.items[0]!.topic])
    expect(await submit(third, answers(third))).toMatchObject({ passed: true, fits: 12, of: 12, open: 0, number: 3 })
    // What was said about the first try stays what it was.
    expect(await submit(first, {})).toEqual(result)
  })

  it('stays with the bank of the first try when the course changes meanwhile', async () => {
    const candidate = newCandidate()
    const first = await drawFor(candidate)
    await submit(first, {})
    await publishCourse('A course, revised')
    const second = await drawFor(candidate)
    const revisionOf = async ({ attempt }: Drawn) =>
      (await db.attempt.findUniqueOrThrow({ where: { id: attempt } })).revisionId
    expect(await revisionOf(second)).toBe(await revisionOf(first))
    expect(await revisionOf(await drawFor(newCandidate()))).not.toBe(await revisionOf(first))
  })

  it('refuses what was not drawn and what is no answer, and leaves the try open', async () => {
    const drawn = await drawFor(newCandidate())
    const single = drawn.items.find(({ kind }) => kind === 'single')!
    await expect(submit(drawn, { 13: '1' })).rejects.toMatchObject({ messageKey: 'quizzes.errors.notDrawn' })
    await expect(submit(drawn, { [single.id]: '7' })).rejects.toMatchObject({ messageKey: 'quizzes.errors.badAnswer' })
    await expect(submit(drawn, { [single.id]: ['1'] })).rejects.toThrow(Refused)
    expect(await submit(drawn, answers(drawn))).toMatchObject({ passed: true })
  })

  it('does not find the attempt for another candidate, nor one that was never drawn', async () => {
    const drawn = await drawFor(newCandidate())
    await expect(submit({ ...drawn, candidate: newCandidate() }, {})).rejects.toThrow(NotFound)
    await expect(submit({ ...drawn, attempt: randomUUID() }, {})).rejects.toThrow(NotFound)
    expect(await db.attemptResult.count({ where: { attemptId: drawn.attempt } })).toBe(0)
  })

  it('tells what it costs', async () => {
    const many = 200
    const drawn: Drawn[] = []
    const spent = async (label: string, work: () => Promise<unknown>) => {
      const before = process.cpuUsage()
      await work()
      const { user, system } = process.cpuUsage(before)
      process.stdout.write(`${label}: ${((user + system) / 1000 / many).toFixed(2)} ms of processor each\n`)
    }
    await spent('draw', async () => {
      for (let turn = 0; turn < many; turn++) drawn.push(await drawFor(newCandidate()))
    })
    const given = drawn.map((one) => answers(one))
    await spent('submit', async () => {
      for (const [turn, one] of drawn.entries()) await submit(one, given[turn]!)
    })
    expect(await db.attemptResult.count({ where: { attemptId: { in: drawn.map(({ attempt }) => attempt) } } })).toBe(
      many,
    )
  })
})

describe('forgetOpenTries', () => {
  it('forgets what nobody handed in for a season, and nothing else', async () => {
    const [old, handedIn, young] = await Promise.all([drawFor(newCandidate()), drawFor(newCandidate()), drawFor(newCandidate())])
    await submit(handedIn, {})
    const season = new Date(Date.now() - 91 * 24 * 3_600_000)
    await db.attempt.updateMany({ where: { id: { in: [old.attempt, handedIn.attempt] } }, data: { drawnAt: season } })
    await expect(forgetOpenTries(anonymous)).rejects.toThrow(Denied)
    await forgetOpenTries(systemActor('keeper'))
    const left = await db.attempt.findMany({ where: { id: { in: [old, handedIn, young].map(({ attempt }) => attempt) } } })
    expect(left.map(({ id }) => id).sort()).toEqual([handedIn.attempt, young.attempt].sort())
  })
})

describe('forgetUnclaimedTries', () => {
  it('forgets what no account has claimed in 24 months, and nothing else', async () => {
    const candidates = { old: newCandidate(), claimed: newCandidate(), back: newCandidate(), young: newCandidate() }
    const drawn = Object.fromEntries(await Promise.all(
      Object.entries(candidates).map(async ([name, candidate]) => [name, (await drawFor(candidate)).attempt] as const)))
    const again = async (candidate: string) => {
      await submit(await drawFor(candidate), {})
      return (await drawFor(candidate)).attempt
    }
    const newest = await again(candidates.back)
    const long = new Date(Date.now() - 25 * 31 * 24 * 3_600_000)
    const aged = [drawn.old!, drawn.claimed!, drawn.back!]
    await db.attempt.updateMany({ where: { id: { in: aged } }, data: { drawnAt: long } })
    await db.person.create({ data: { candidates: { create: { id: hashOf(candidates.claimed) } } } })
    await expect(forgetUnclaimedTries(anonymous)).rejects.toThrow(Denied)
    await forgetUnclaimedTries(systemActor('keeper'))
    const left = await db.attempt.findMany({ where: { id: { in: [...Object.values(drawn), newest] } } })
    expect(left.map(({ id }) => id).sort()).toEqual([drawn.claimed!, drawn.back!, newest, drawn.young!].sort())
  })
})
