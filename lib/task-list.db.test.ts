import { db } from './db'
import { hourly, tasks } from './task-list'

// Read at the first use: mail goes to the outbox.
process.env.DEMO = '1'

const hour = 3_600_000
afterAll(() => db.$disconnect())

const signIn = (email: string, createdAt = new Date()) =>
  db.signIn.create({ data: { email, locale: 'en', browser: new Uint8Array(Buffer.from(email)), createdAt } })

test('a code is mailed to the address of its sign-in', async () => {
  const { id } = await signIn('noor@example.org')
  await tasks['mail.code']({ signIn: id })
  expect(await db.outboxMail.findMany({ select: { to: true, subject: true } })).toEqual([{ to: 'noor@example.org', subject: 'Your code' }])
})

test('once an hour what nobody needs is forgotten, and the rest stays', async () => {
  await signIn('long-ago@example.org', new Date(Date.now() - 25 * hour))
  await signIn('just-now@example.org')
  await db.guessCount.createMany({
    data: [{ key: 'over', expire: BigInt(Date.now() - hour) }, { key: 'counting', expire: BigInt(Date.now() + hour) }],
  })
  const person = await db.person.create({ data: {} })
  const session = (shared: boolean, seen: number, ended?: number) => db.userSession.create({ data: {
    personId: person.id, shared, createdAt: new Date(Date.now() - seen - hour), seenAt: new Date(Date.now() - seen),
    endedAt: ended === undefined ? null : new Date(Date.now() - ended),
  } })
  const kept = [await session(true, 0), await session(false, hour / 4), await session(false, 23 * hour, 23 * hour)]
  await session(true, 25 * hour) // too quiet
  await session(false, 26 * hour, 25 * hour) // signed out
  await session(false, 8 * 24 * hour) // past its life
  await db.outboxMail.createMany({
    data: Array.from({ length: 60 }, (_, n) => ({ to: 'a@example.org', subject: `${n}`, text: '', at: new Date(Date.now() + n) })),
  })
  for (const work of hourly) await work()
  expect((await db.signIn.findMany({ where: { email: { contains: '-' } } })).map(({ email }) => email)).toEqual(['just-now@example.org'])
  expect((await db.userSession.findMany()).map(({ id }) => id).sort()).toEqual(kept.map(({ id }) => id).sort())
  expect((await db.guessCount.findMany()).map(({ key }) => key)).toEqual(['counting'])
  expect((await db.outboxMail.findMany({ orderBy: { at: 'asc' } })).map(({ subject }) => Number(subject))).toEqual(Array.from({ length: 50 }, (_, n) => n + 10))
})
