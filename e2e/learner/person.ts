import { randomUUID } from 'node:crypto'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import { ask } from '../database'
import { ownerOf } from '../../scripts/owner.mjs'
import { course } from '../routes'
import { Lesson } from './lesson'

// People with an account, as the sign-in page leaves their browsers behind, and what the ledger holds of them.

export interface Person {
  id: string
  owner: string
}

export const countOf = async (person: Person, kind?: string) =>
  (await ask('select 1 from "ProgressEvent" where "personId" = $1 and ($2::text is null or kind = $2)', [person.id, kind ?? null])).length

export async function someone(): Promise<Person> {
  const id = randomUUID()
  await ask('insert into "Person" (id) values ($1)', [id])
  return { id, owner: ownerOf(process.env.AUTH_SECRET ?? '', id) }
}

/** As the sign-in page leaves a browser behind. */
export async function signIn(context: BrowserContext, { id, owner }: Person, kind: 'private' | 'shared' = 'private') {
  const sid = randomUUID()
  await ask('insert into "UserSession" (id, "personId", shared) values ($1, $2, $3)', [sid, id, kind === 'shared'])
  const session = await encode({ token: { sid }, secret: process.env.AUTH_SECRET ?? '' })
  const url = process.env.BASE_URL ?? 'http://localhost:3000'
  const cookie = { url: url.replace('http:', 'https:'), secure: true, sameSite: 'Lax' as const }
  await context.addCookies([
    { ...cookie, name: '__Host-session', value: session, httpOnly: true },
    { ...cookie, name: '__Host-who', value: `${kind}.${owner}` },
  ])
  return sid
}

export const stateOf = (page: Page, lesson: string) =>
  page.locator('.mod-lessons > li', { has: page.locator(`a[href$="${course}/${lesson}"]`) }).locator('.sum')

/** Names of the databases of this site, and everything in the memory of the tab. */
export const kept = (page: Page) =>
  page.evaluate(async () => ({
    bases: (await indexedDB.databases()).map(({ name }) => name),
    session: JSON.stringify(sessionStorage),
    local: JSON.stringify(localStorage),
  }))

/** The watch over a shared computer stands. @param since it was told after this time of the page, in milliseconds */
export const watched = (page: Page, since = 0) =>
  expect.poll(() => page.evaluate(() => Number(sessionStorage.getItem('haven.seen')))).toBeGreaterThan(since)

export async function take(page: Page, id: string) {
  const lesson = new Lesson(page)
  await lesson.open(id)
  await lesson.take(id)
}
