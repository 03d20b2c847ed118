import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { db } from '../db'
import { anonymous } from './actor'
import type { actorFromCookie as ActorFromCookie } from './session'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const start = new Date('2026-03-02T08:00:00Z')

// The session's own code runs on the real client, which notes what it is asked for.
const asked: { operation: string; with: unknown }[] = []
const noting = db.$extends({
  query: {
    $allOperations({ model, operation, args, query }) {
      asked.push(model ? { operation: `${model}.${operation}`, with: args.where } : { operation, with: args.values })
      return query(args)
    },
  },
})

let actorFromCookie: typeof ActorFromCookie
beforeAll(async () => {
  Object.assign(globalThis, { havenDb: noting })
  await jest.isolateModulesAsync(async () => void ({ actorFromCookie } = await import('./session')))
})
beforeEach(() => {
  // Only Date stands still: timers carry the database's own work.
  jest.useFakeTimers({
    now: start,
    doNotFake: [
      'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame',
      'requestIdleCallback', 'cancelIdleCallback', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval',
      'setTimeout', 'clearTimeout',
    ],
  })
  asked.length = 0
})
afterEach(async () => {
  jest.useRealTimers()
  await db.person.deleteMany()
})
afterAll(() => db.$disconnect())

const secret = () => process.env.AUTH_SECRET ?? ''
const cookieOf = (sid: string, key = secret()) => encode({ token: { sid }, secret: key, maxAge: 60 * day })
const after = (time: number) => jest.setSystemTime(start.getTime() + time)
const touches = () => asked.filter(({ operation }) => operation === 'UserSession.updateMany').length

async function signIn({ shared = false, seen = 0, ...rest }: { shared?: boolean; seen?: number; endedAt?: Date } = {}) {
  const session = await db.userSession.create({
    data: {
      id: randomUUID(),
      shared,
      createdAt: start,
      seenAt: new Date(start.getTime() + seen),
      person: { create: {} },
      ...rest,
    },
  })
  return { session, cookie: await cookieOf(session.id) }
}

describe('actorFromCookie', () => {
  it('knows the person behind the cookie, by the id of the session alone', async () => {
    const { session, cookie } = await signIn()
    expect(await actorFromCookie(cookie)).toEqual({
      kind: 'person',
      personId: session.personId,
      sessionId: session.id,
    })
    expect(asked).toEqual([{ operation: '$queryRaw', with: [session.id] }])
  })

  // care.md §4. `seen` stands a moment before the end of the life, so that only the life can end the session.
  it.each([
    ['rests', 'shared', true, 0, 15 * minute],
    ['rests', 'private', false, 0, 30 * minute],
    ['lives', 'shared', true, 8 * hour - minute, 8 * hour],
    ['lives', 'private', false, 7 * day - minute, 7 * day],
  ])('%s no longer than a %s session may', async (_limit, _kind, shared, seen, longest) => {
    const { session, cookie } = await signIn({ shared, seen })
    after(longest)
    expect(await actorFromCookie(cookie)).toMatchObject({ personId: session.personId })
    after(longest + 1)
    await db.userSession.update({ where: { id: session.id }, data: { seenAt: new Date(start.getTime() + seen) } })
    expect(await actorFromCookie(cookie)).toEqual(anonymous)
  })

  it('takes in neither a suspended person nor an ended session, from the next request on', async () => {
    const { session, cookie } = await signIn()
    const person = { where: { id: session.personId } }
    await db.person.update({ ...person, data: { suspendedAt: start } })
    expect(await actorFromCookie(cookie)).toEqual(anonymous)
    await db.person.update({ ...person, data: { suspendedAt: null } })
    expect(await actorFromCookie(cookie)).toMatchObject({ kind: 'person' })
    await db.userSession.update({ where: { id: session.id }, data: { endedAt: start } })
    expect(await actorFromCookie(cookie)).toEqual(anonymous)
    after(2 * minute)
    expect(await actorFromCookie(cookie)).toEqual(anonymous)
    expect(touches()).toBe(0)
  })

  it('asks the database nothing for what this installation did not seal', async () => {
    const { session, cookie } = await signIn()
    const middle = Math.floor(cookie.length / 2)
    const torn = cookie.slice(0, middle) + (cookie[middle] === 'A' ? 'B' : 'A') + cookie.slice(middle + 1)
    const foreign = await cookieOf(session.id, 'the secret of quite another installation')
    const unsealed = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ sid: session.id })).toString('base64url')}.`
    const expired = await encode({ token: { sid: session.id }, secret: secret(), maxAge: -hour / 1000 })
    const odd = [undefined, '', 'x', session.id, torn, cookie.slice(0, -3), foreign, unsealed, expired, await cookieOf("' or true --")]
    for (const each of odd) expect(await actorFromCookie(each)).toEqual(anonymous)
    expect(asked).toEqual([])
  })

  it('knows nobody for a session that is not there', async () => {
    expect(await actorFromCookie(await cookieOf(randomUUID()))).toEqual(anonymous)
    expect(asked).toHaveLength(1)
  })

  it('notes the use at most once a minute, and so keeps a session in use awake', async () => {
    const { session, cookie } = await signIn({ shared: true })
    for (let time = 0; time <= 20 * minute; time += 10_000) {
      after(time)
      expect(await actorFromCookie(cookie)).toMatchObject({ kind: 'person' })
    }
    // The use is noted when more than a minute has passed: every 70 seconds at this pace.
    expect(touches()).toBe(17)
    const { seenAt } = await db.userSession.findUniqueOrThrow({ where: { id: session.id } })
    expect(seenAt.getTime() - start.getTime()).toBe(17 * 70_000)
  })
})
