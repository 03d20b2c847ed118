/** Sign-in as it is, with next-auth and a real database. Only the browser's cookies are a record here. */
import { anonymous } from '@/lib/access/actor'
import { actorFromCookie, sessionCookie } from '@/lib/access/session'
import { db } from '@/lib/db'
import { decode } from 'next-auth/jwt'
import { codeOf } from './code'
import { openDemoSession } from './commands'
import { enterCode, letIn, sendCode, signOut, signOutEverywhere } from './sign-in'

interface Cookie {
  value: string
  httpOnly: boolean
  secure: boolean
  sameSite: string
  path: string
  maxAge?: number
  expires?: Date
}
const mockJar = new Map<string, Cookie>()
jest.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => mockJar.get(name),
    set: (name: string, value: string, options: Omit<Cookie, 'value'>) =>
      options.maxAge === 0 ? mockJar.delete(name) : mockJar.set(name, { value, ...options }),
  }),
}))

const day = 24 * 60 * 60_000
const email = 'noor@example.org'
const network = '203.0.113'

afterEach(async () => {
  mockJar.clear()
  await Promise.all([db.person.deleteMany(), db.signIn.deleteMany(), db.guessCount.deleteMany()])
})
afterAll(() => db.$disconnect())

const cookie = (name: string) => mockJar.get(name)
const actor = () => actorFromCookie(cookie(sessionCookie)?.value)
const newestCode = async () => codeOf((await db.signIn.findFirstOrThrow({ where: { endedAt: null }, orderBy: { createdAt: 'desc' } })).id)
async function signIn(shared: 'yes' | 'no', at = email) {
  await sendCode(anonymous, { email: at, locale: 'nl' }, network)
  return enterCode(anonymous, { code: await newestCode(), shared, locale: 'nl' }, network)
}

it('asking binds a code to this browser, by a cookie that no script reads and whose secret is stored nowhere', async () => {
  expect(await sendCode(anonymous, { email, locale: 'nl' }, network)).toEqual({ email })
  const { value = '', ...options } = cookie('__Host-signin') ?? {}
  expect(options).toEqual({ httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 600 })
  expect(Buffer.from(value, 'base64url')).toHaveLength(32)
  const row = await db.signIn.findFirstOrThrow()
  expect(Buffer.from(row.browser).equals(Buffer.from(value, 'base64url'))).toBe(false)
})

it.each([['yes', 'shared'], ['no', 'private']] as const)('signing in, shared: %s', async (shared, kind) => {
  expect(await signIn(shared)).toEqual({ to: '/nl/learn' })
  const session = cookie(sessionCookie)
  const who = cookie('__Host-who')
  expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: 'lax', path: '/' })
  expect(who).toMatchObject({ httpOnly: false, secure: true, sameSite: 'lax', path: '/' })
  expect(who?.value).toMatch(new RegExp(`^${kind}\\.[\\w-]{22}$`))
  expect(cookie('__Host-signin')).toBeUndefined()
  for (const each of [session, who]) {
    expect(each?.maxAge).toBeUndefined()
    if (shared === 'yes') expect(each?.expires).toBeUndefined()
    else expect(Math.abs((each?.expires?.getTime() ?? 0) - Date.now() - 7 * day)).toBeLessThan(60_000)
  }
  expect(await actor()).toMatchObject({ kind: 'person' })
})

it('the token that next-auth seals carries the id of a session, and nothing of the person', async () => {
  await signIn('yes')
  const token = await decode({ token: cookie(sessionCookie)?.value ?? '', secret: process.env.AUTH_SECRET ?? '' })
  const session = await db.userSession.findFirstOrThrow()
  expect(token).toEqual({ sid: session.id, iat: expect.any(Number), exp: expect.any(Number), jti: expect.any(String) })
  expect(Number(token?.exp) - Number(token?.iat)).toBe(8 * 60 * 60)
})

it('the name for scripts is the same on every device, another for another person, and not the id', async () => {
  const owner = async (at: string) => {
    mockJar.clear()
    await signIn('yes', at)
    return cookie('__Host-who')?.value
  }
  const first = await owner(email)
  expect(await owner(email)).toBe(first)
  expect(await owner('other@example.org')).not.toBe(first)
  for (const { id } of await db.person.findMany()) expect(first).not.toContain(id.replaceAll('-', '').slice(0, 8))
})

it('a wrong code is refused through next-auth too, and leaves no cookie', async () => {
  await sendCode(anonymous, { email, locale: 'en' }, network)
  const off = String((Number(await newestCode()) + 1) % 100_000_000).padStart(8, '0')
  await expect(enterCode(anonymous, { code: off, shared: 'no', locale: 'en' }, network)).rejects.toMatchObject({ messageKey: 'people.errors.code' })
  expect(cookie(sessionCookie)).toBeUndefined()
  expect(cookie('__Host-signin')).toBeDefined()
})

it.each([undefined, 'x', 'A'.repeat(43)])('a browser that did not ask, with %s, hears the same as for a wrong code', async (value) => {
  await sendCode(anonymous, { email, locale: 'en' }, network)
  const code = await newestCode()
  mockJar.clear()
  if (value) mockJar.set('__Host-signin', { value } as Cookie)
  await expect(enterCode(anonymous, { code, shared: 'no', locale: 'en' }, network)).rejects.toMatchObject({ messageKey: 'people.errors.code' })
  expect(await db.userSession.count()).toBe(0)
})

it('too many requests for one address are refused alike, whether or not it has an account', async () => {
  await db.person.create({ data: { email } })
  for (const to of [email, 'nobody@example.org']) {
    for (let n = 0; n < 5; n++) await sendCode(anonymous, { email: to, locale: 'en' }, `198.51.${n}`)
    await expect(sendCode(anonymous, { email: to, locale: 'en' }, network)).rejects.toMatchObject({ messageKey: 'access.errors.tooMany' })
  }
})

it('an address that had its codes for today is refused alike, whether or not it has an account', async () => {
  await db.person.create({ data: { email } })
  const heard = []
  for (const to of [email, 'nobody@example.org']) {
    for (let n = 0; n < 20; n++) {
      await sendCode(anonymous, { email: to, locale: 'en' }, network)
      // A quarter of an hour later, and less than a day.
      if (n % 5 === 4) await db.guessCount.updateMany({ where: { expire: { lt: BigInt(Date.now() + day / 2) } }, data: { expire: 0n } })
    }
    heard.push(await sendCode(anonymous, { email: to, locale: 'en' }, network).catch((error: unknown) => error))
  }
  const [known, unknown] = heard
  expect(known).toMatchObject({ name: 'Refused', messageKey: 'access.errors.tooMany' })
  expect(unknown).toMatchObject({ name: 'Refused', messageKey: 'access.errors.tooMany' })
  expect(await db.signIn.count()).toBe(40)
})

it('signing out ends this session and no other, and takes the cookies away', async () => {
  await signIn('no')
  const elsewhere = cookie(sessionCookie)?.value
  mockJar.clear()
  await signIn('yes')
  const here = cookie(sessionCookie)?.value
  expect(await signOut(anonymous, 'en')).toEqual({ to: '/en/sign-in?out#signed-out' })
  expect(mockJar.size).toBe(0)
  expect(await actorFromCookie(here)).toEqual(anonymous)
  expect(await actorFromCookie(elsewhere)).toMatchObject({ kind: 'person' })
})

it('signing out everywhere ends every session of this person, and of nobody else', async () => {
  await signIn('no', 'other@example.org')
  const other = cookie(sessionCookie)?.value
  mockJar.clear()
  await signIn('no')
  const elsewhere = cookie(sessionCookie)?.value
  mockJar.clear()
  await signIn('yes')
  const here = cookie(sessionCookie)?.value
  await signOutEverywhere(await actor(), 'en')
  expect(mockJar.size).toBe(0)
  expect(await actorFromCookie(here)).toEqual(anonymous)
  expect(await actorFromCookie(elsewhere)).toEqual(anonymous)
  expect(await actorFromCookie(other)).toMatchObject({ kind: 'person' })
})

it('nobody is let into a demonstration where there is none', async () => {
  const open = () => openDemoSession(anonymous, { email: 'demo-learner@haven.invalid', locale: 'en', replaced: undefined }, async () => {})
  await expect(letIn(false, 'en', open)).rejects.toMatchObject({ name: 'NotFound' })
  expect(mockJar.size).toBe(0)
  expect(await db.person.count()).toBe(0)
})
