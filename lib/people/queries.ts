import type { Actor } from '@/lib/access/actor'
import { Denied, NotFound } from '@/lib/access/errors'
import { own } from '@/lib/access/scope'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'
import { personalTables } from './registry'

/** The address that a sign-in was begun for, to count guesses by. @param browser sha256 of the browser's secret */
export async function getSignInAddress(_actor: Actor, browser: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const found = await db.signIn.findUnique({ where: { browser }, select: { email: true } })
  return found?.email
}

/** What a person's own pages show and change. `shared`: signed in on a shared computer. */
export async function getMe(actor: Actor) {
  if (actor.kind !== 'person') throw new Denied()
  const session = await db.userSession.findUnique({
    where: { id: actor.sessionId },
    select: { shared: true, person: { select: { name: true, pronouns: true, email: true, contact: true } } },
  })
  if (!session) throw new NotFound()
  return { ...session.person, shared: session.shared }
}

/** The CTE that the `rows` of registry.ts speak of: this person, or nobody when they were erased meanwhile. */
export const onlyMe = (actor: Actor) =>
  Prisma.sql`with person as (select "id", "email" from "Person" where "id" = ${own(actor).personId}::uuid)`

/** Everything that the database holds about this person, as of one moment: rows by table, with the columns that registry.ts gives. */
export async function getRecords(actor: Actor): Promise<Record<string, Record<string, unknown>[]>> {
  const columns = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')
  const parts = personalTables.map(([table, { rows, given }]) =>
    `'${table}', (select coalesce(json_agg(r), '[]') from (select ${columns(given)} from "${table}" where ${rows}) r)`)
  const [found] = await db.$queryRaw<[{ records: Record<string, Record<string, unknown>[]> }]>`
    ${onlyMe(actor)} select json_build_object(${Prisma.raw(parts.join(', '))}) as "records"`
  return found.records
}
