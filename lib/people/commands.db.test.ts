import { randomBytes } from 'node:crypto'
import { anonymous, personActor, systemActor } from '@/lib/access/actor'
import { countGuess } from '@/lib/access/commands'
import { hashOf } from '@/lib/access/derive'
import { db } from '@/lib/db'
import { codeLife, codeOf, written } from './code'
import { beginSignIn, forgetSessions, forgetSignIns, mailCode, openSession } from './commands'
import { getMe, getSignInAddress } from './queries'

// Read at the first use: mail goes to the outbox.
process.env.DEMO = '1'

const minute = 60_000
const email = 'noor@example.org'
const unfit = { name: 'Refused', messageKey: 'people.errors.code' }

const newBrowser = () => hashOf(randomBytes(32))

/** A sign-in that was begun, and its code, which only the mail would know. */
async function begun({ to = email, before }: { to?: string; before?: Uint8Array<ArrayBuffer> } = {}) {
  const browser = newBrowser()
  await beginSignIn(anonymous, { email: to, locale: 'en' }, browser, before)
  const signIn = await db.signIn.findUniqueOrThrow({ where: { browser } })
  return { browser, id: signIn.id, code: codeOf(signIn.id) }
}
const enter = (browser: Uint8Array<ArrayBuffer>, code: string, { shared = true, replaced }: { shared?: boolean; replaced?: string } = {}) =>
  openSession(anonymous, { code, shared, browser, replaced })
const wrong = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, '0')
const passed = <T>(outcomes: PromiseSettledResult<T>[]) => outcomes.filter(({ status }) => status === 'fulfilled').length
const age = (id: string, time: number) => db.signIn.update({ where: { id }, data: { createdAt: new Date(Date.now() - time) } })

afterEach(async () => {
  await Promise.all([db.person.deleteMany(), db.signIn.deleteMany(), db.guessCount.deleteMany(), db.outboxMail.deleteMany()])
})
afterAll(() => db.$disconnect())

describe('openSession', () => {
  it('makes the person at the first time, finds them at the next, and gives every session an id of its own', async () => {
    const first = await begun()
    const opened = await enter(first.browser, first.code)
    const second = await begun()
    const again = await enter(second.browser, second.code, { shared: false })
    expect(again.personId).toBe(opened.personId)
    expect(again.sessionId).not.toBe(opened.sessionId)
    expect(await db.userSession.findMany({ orderBy: { createdAt: 'asc' }, select: { id: true, shared: true, endedAt: true } })).toEqual([
      { id: opened.sessionId, shared: true, endedAt: null },
      { id: again.sessionId, shared: false, endedAt: null },
    ])
    expect(await getMe(personActor(again.personId, again.sessionId))).toEqual({ email, name: null, pronouns: null, contact: 'mail', shared: false })
  })

  it('ends the session that the browser had before', async () => {
    const first = await begun()
    const { sessionId } = await enter(first.browser, first.code)
    const second = await begun({ to: 'other@example.org' })
    await enter(second.browser, second.code, { replaced: sessionId })
    expect((await db.userSession.findUniqueOrThrow({ where: { id: sessionId } })).endedAt).toBeInstanceOf(Date)
  })

  it('takes a code once', async () => {
    const { browser, code } = await begun()
    await enter(browser, code)
    await expect(enter(browser, code)).rejects.toMatchObject(unfit)
    expect(await db.userSession.count()).toBe(1)
  })

  it('opens one session for the right code entered many times at once', async () => {
    const { browser, code } = await begun()
    expect(passed(await Promise.allSettled(Array.from({ length: 20 }, () => enter(browser, code))))).toBe(1)
    expect(await db.userSession.count()).toBe(1)
    expect(await db.person.count()).toBe(1)
  })

  it('makes one person, where several devices enter for the first time at once', async () => {
    const devices = await Promise.all(Array.from({ length: 8 }, () => begun()))
    const opened = await Promise.all(devices.map(({ browser, code }) => enter(browser, code)))
    expect(new Set(opened.map(({ personId }) => personId)).size).toBe(1)
    expect([await db.person.count(), await db.userSession.count()]).toEqual([1, 8])
  })

  it('takes no code of another browser, even with the right digits', async () => {
    const { code } = await begun()
    const other = await begun({ to: 'other@example.org' })
    await expect(enter(other.browser, code)).rejects.toMatchObject(unfit)
    await expect(enter(newBrowser(), code)).rejects.toMatchObject(unfit)
    expect(await db.person.count()).toBe(0)
  })

  it('takes five tries, and not a sixth, even with the right digits', async () => {
    const { browser, code } = await begun()
    for (let tries = 0; tries < 5; tries++) await expect(enter(browser, wrong(code))).rejects.toMatchObject(unfit)
    await expect(enter(browser, code)).rejects.toMatchObject(unfit)
    const next = await begun()
    for (let tries = 0; tries < 4; tries++) await expect(enter(next.browser, wrong(next.code))).rejects.toMatchObject(unfit)
    await expect(enter(next.browser, next.code)).resolves.toBeDefined()
  })

  it.each([['just in time', codeLife - 5_000, 1], ['too late', codeLife + 1_000, 0]])('looks at the time: %s', async (_name, time, sessions) => {
    const { id, browser, code } = await begun()
    await age(id, time)
    await enter(browser, code).catch((error: unknown) => expect(error).toMatchObject(unfit))
    expect(await db.userSession.count()).toBe(sessions)
  })

  it('takes only the newest code of a browser with two tabs', async () => {
    const old = await begun()
    const fresh = await begun({ before: old.browser })
    await expect(enter(old.browser, old.code)).rejects.toMatchObject(unfit)
    await expect(enter(fresh.browser, fresh.code)).resolves.toBeDefined()
  })

  it('lets in nobody who is suspended, in the words that a wrong code gets', async () => {
    await db.person.create({ data: { email, suspendedAt: new Date() } })
    const { browser, code } = await begun()
    await expect(enter(browser, code)).rejects.toMatchObject(unfit)
    expect(await db.userSession.count()).toBe(0)
  })

  it('does the same for an address with an account as for one without', async () => {
    await db.person.create({ data: { email } })
    const known = await begun()
    const unknown = await begun({ to: 'nobody@example.org' })
    const state = async (id: string) => ({ ...(await db.signIn.findUniqueOrThrow({ where: { id } })), id: '', email: '', browser: '', createdAt: '' })
    expect(await state(known.id)).toEqual(await state(unknown.id))
    await expect(enter(known.browser, wrong(known.code))).rejects.toMatchObject(unfit)
    await expect(enter(unknown.browser, wrong(unknown.code))).rejects.toMatchObject(unfit)
    expect(await state(known.id)).toEqual(await state(unknown.id))
    expect(await db.person.count()).toBe(1)
  })
})

describe('an attacker', () => {
  // What sign-in.ts does for every code that is entered, without the cookies.
  const guess = async (browser: Uint8Array<ArrayBuffer>, code: string, network: string) => {
    await countGuess(anonymous, 'code.enter', { account: await getSignInAddress(anonymous, browser), network })
    return enter(browser, code)
  }

  it('with 10,000 guesses from as many networks tries no more than the limits let through, and hears two sentences', async () => {
    const { browser, id, code } = await begun()
    const heard = new Map<string, number>()
    for (let round = 0; round < 100; round++)
      await Promise.all(
        Array.from({ length: 100 }, (_, n) =>
          guess(browser, wrong(code), `10.${round}.${n}`).then(
            () => heard.set('in', 1),
            ({ messageKey }: { messageKey: string }) => heard.set(messageKey, (heard.get(messageKey) ?? 0) + 1),
          ),
        ),
      )
    expect((await db.signIn.findUniqueOrThrow({ where: { id } })).tries).toBe(5)
    expect(Object.fromEntries(heard)).toEqual({ 'people.errors.code': 10, 'access.errors.tooMany': 9_990 })
    expect(await db.userSession.count()).toBe(0)
  }, 120_000)
})

describe('mailCode', () => {
  const mailer = systemActor('mail')

  it('mails the code to the address, in the language of the page, and tells nothing in the subject', async () => {
    const { id, code } = await begun()
    await mailCode(mailer, { signIn: id })
    const [mail, ...more] = await db.outboxMail.findMany()
    expect(more).toEqual([])
    expect(mail?.to).toBe(email)
    expect(mail?.text).toContain(written(code))
    expect(mail?.text).not.toMatch(/[{}]/)
    expect(mail?.subject).not.toMatch(/\d|haven|lgbt|violence/i)
  })

  it.each([
    ['was used', { endedAt: new Date() }],
    ['was tried too often', { tries: 5 }],
    ['is too old', { createdAt: new Date(Date.now() - 11 * minute) }],
  ])('sends nothing for a sign-in that %s', async (_name, data) => {
    const { id } = await begun()
    await db.signIn.update({ where: { id }, data })
    await mailCode(mailer, { signIn: id })
    expect(await db.outboxMail.count()).toBe(0)
  })

  it('is put into the queue with the sign-in or not at all, and the queue holds no address and no code', async () => {
    const queue = () => db.$queryRaw<{ payload: unknown }[]>`
      select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'mail.code'`
    const before = await queue()
    const { id, browser } = await begun()
    expect((await queue()).slice(before.length)).toEqual([{ payload: { signIn: id } }])
    await expect(beginSignIn(anonymous, { email, locale: 'en' }, browser, undefined)).rejects.toMatchObject({ code: 'P2002' })
    expect(await queue()).toHaveLength(before.length + 1)
  })

  it('is for a job alone', async () => {
    const { id } = await begun()
    await expect(mailCode(anonymous, { signIn: id })).rejects.toMatchObject({ name: 'Denied' })
    await expect(forgetSignIns(anonymous)).rejects.toMatchObject({ name: 'Denied' })
    await expect(forgetSessions(anonymous)).rejects.toMatchObject({ name: 'Denied' })
  })
})

it('addresses of sign-ins that nobody finished are forgotten', async () => {
  const { id } = await begun()
  const fresh = await begun({ to: 'fresh@example.org' })
  await age(id, 3 * codeLife)
  await forgetSignIns(systemActor('keeper'))
  expect(await db.signIn.findMany({ select: { id: true } })).toEqual([{ id: fresh.id }])
})
