import { anonymous, personActor, systemActor } from '../access/actor'
import { Denied, NotFound } from '../access/errors'
import { db } from '../db'
import { mailServer } from './mail-server.fixture'

const system = systemActor('mail')
const mail = { to: 'somebody@example.org', subject: 'رمزك', text: 'ኮድኩም\n12345678' }

/** The mail area as it is in an installation with these settings, which are read once. */
async function installation(settings: Record<string, string>) {
  const before = { ...process.env }
  Object.assign(process.env, settings)
  try {
    return await jest.isolateModulesAsync(async () => {
      Object.assign(globalThis, { havenDb: db })
      const [commands, queries, { env }] = await Promise.all([import('./commands'), import('./queries'), import('../env')])
      env()
      area = { ...commands, ...queries }
    }).then(() => area)
  } finally {
    process.env = before
  }
}
type Area = typeof import('./commands') & typeof import('./queries')
let area: Area

beforeEach(() => db.outboxMail.deleteMany())

test('a demonstration without a mail server keeps mail to be looked at, newest first, and at most 50', async () => {
  const { sendMail, listOutbox, trimOutbox } = await installation({ DEMO: '1' })
  await sendMail(system, mail)
  const [kept] = await listOutbox(anonymous)
  expect(kept).toMatchObject(mail)
  for (let n = 0; n < 60; n++) await sendMail(system, { ...mail, subject: `${n}` })
  expect((await listOutbox(anonymous)).map(({ subject }) => Number(subject))).toEqual(Array.from({ length: 50 }, (_, n) => 59 - n))
  expect(await db.outboxMail.count()).toBe(61)
  await trimOutbox(system)
  expect(await db.outboxMail.count()).toBe(50)
  expect((await listOutbox(anonymous))[0]!.subject).toBe('59')
})

test('without demonstration and mail server a mail waits, nothing is kept, and the page does not exist', async () => {
  const { sendMail, listOutbox } = await installation({ DEMO: '0' })
  await db.outboxMail.create({ data: mail })
  await expect(sendMail(system, mail)).rejects.toThrow('SMTP_URL')
  await expect(listOutbox(anonymous)).rejects.toThrow(expect.objectContaining({ name: NotFound.name }))
  expect(await db.outboxMail.count()).toBe(1)
})

test('with a mail server it is sent, also in a demonstration, and the page does not exist', async () => {
  const server = await mailServer()
  const { sendMail, listOutbox } = await installation({ DEMO: '1', SMTP_URL: server.url })
  await sendMail(system, mail)
  await server.close()
  expect(server.received.map(({ to }) => to)).toEqual([[mail.to]])
  expect(await db.outboxMail.count()).toBe(0)
  await expect(listOutbox(anonymous)).rejects.toThrow(expect.objectContaining({ name: NotFound.name }))
})

test.each([
  ['with a mail server', { DEMO: '1', SMTP_URL: 'smtp://127.0.0.1:1' }],
  ['after a demonstration', { DEMO: '0' }],
])('%s nothing stays of what a demonstration kept', async (_, settings) => {
  const { trimOutbox } = await installation(settings)
  await db.outboxMail.create({ data: mail })
  await trimOutbox(system)
  expect(await db.outboxMail.count()).toBe(0)
})

test('only a job sends mail or forgets it', async () => {
  const { sendMail, trimOutbox } = await installation({ DEMO: '1' })
  const denied = expect.objectContaining({ name: Denied.name })
  for (const actor of [anonymous, personActor('a', 'b')]) {
    await expect(sendMail(actor, mail)).rejects.toThrow(denied)
    await expect(trimOutbox(actor)).rejects.toThrow(denied)
  }
  expect(await db.outboxMail.count()).toBe(0)
})
