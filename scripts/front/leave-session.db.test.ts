import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { encode } from 'next-auth/jwt'
import { db } from '@/lib/db'
import { leave } from './leave.mjs'
import { endSessionOf } from './leave-session.mjs'
import { log } from './log.mjs'

beforeAll(() => void (log.level = 'silent'))
afterAll(() => db.$disconnect())

const secret = () => process.env.AUTH_SECRET ?? ''
async function signedIn() {
  const { id } = await db.userSession.create({ data: { id: randomUUID(), shared: true, person: { create: {} } } })
  return { id, cookie: `theme=dark; __Host-session=${await encode({ token: { sid: id }, secret: secret() })}` }
}
const endOf = async (id: string) => (await db.userSession.findUniqueOrThrow({ where: { id } })).endedAt

/** An answer that notes what was said, in the order in which it was said. */
function answering() {
  const said: Record<string, unknown> = {}
  const response = Object.assign(new EventEmitter(), {
    setHeader: (name: string, value: string) => void (said[name] = value),
    writeHead: (status: number, headers: object) => (Object.assign(said, { status }, headers), response),
    end: () => void (said.ended = true),
  })
  return { said, response: response as unknown as ServerResponse }
}
const step = (url: string, headers: Record<string, string>) => ({ url, method: 'GET', headers }) as unknown as IncomingMessage

it('leaving ends the session, after the answer has gone out', async () => {
  const { id, cookie } = await signedIn()
  const other = await signedIn()
  const { said, response } = answering()
  leave(step('/leave', { cookie }), response, 'https://news.example/')
  expect(said).toMatchObject({ status: 303, location: 'https://news.example/', ended: true })
  for (let tries = 0; tries < 100 && !(await endOf(id)); tries++) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await endOf(id)).toBeInstanceOf(Date)
  expect(await endOf(other.id)).toBeNull()
})

it.each([
  ['a picture on another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' }],
  ['a browser that looks ahead', { 'sec-purpose': 'prefetch' }],
])('%s ends nothing', async (_name, headers) => {
  const { id, cookie } = await signedIn()
  leave(step('/leave', { ...headers, cookie }), answering().response, 'https://news.example/')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await endOf(id)).toBeNull()
})

it('an end that came before stays as it was', async () => {
  const { id, cookie } = await signedIn()
  const endedAt = new Date('2026-01-01T00:00:00Z')
  await db.userSession.update({ where: { id }, data: { endedAt } })
  await endSessionOf(cookie)
  expect(await endOf(id)).toEqual(endedAt)
})

it('neither a forged cookie nor a database that is away makes leaving fail', async () => {
  const { id, cookie } = await signedIn()
  const forged = `__Host-session=${await encode({ token: { sid: id }, secret: 'the secret of quite another installation' })}`
  for (const each of [undefined, '', '__Host-session=', '__Host-session=x.y.z', '__Host-session=%', forged]) await endSessionOf(each)
  await jest.isolateModulesAsync(async () => {
    const elsewhere = await import('./leave-session.mjs')
    await elsewhere.endSessionOf(cookie, { AUTH_SECRET: secret(), DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nowhere' })
  })
  expect(await endOf(id)).toBeNull()
})
