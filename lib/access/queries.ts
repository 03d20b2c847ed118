import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { db } from '../db'
import type { Actor } from './actor'

interface SessionRow {
  id: string
  personId: string
  shared: boolean
  createdAt: Date
  seenAt: Date
  endedAt: Date | null
  /** Of the person. */
  suspendedAt: Date | null
}

/** The session behind a cookie, with what decides whether it still holds. Runs before there is an actor. */
export async function getSession(id: string): Promise<SessionRow | undefined> {
  // Asked on every request of somebody signed in: one question, where a relation would be a second one.
  const [session] = await db.$queryRaw<SessionRow[]>`
    select s."id", s."personId", s."shared", s."createdAt", s."seenAt", s."endedAt", p."suspendedAt"
    from "UserSession" s join "Person" p on p."id" = s."personId" where s."id" = ${id}::uuid`
  return session
}

/** `database`: it cannot be reached. `migrations`: it is not at the state of this code, behind or ahead. */
export type Readiness = 'ready' | 'database' | 'migrations'

/** Longer than this, and whoever asks has given up. */
const patience = 3_000

/** Whether this process can do its work. Details are in the log, not in the answer. */
export async function getReadiness(_actor: Actor): Promise<Readiness> {
  // Whatever goes wrong on the way to the database, it cannot be reached.
  const applied = await withPatience(readApplied()).catch(() => undefined)
  if (!applied) return 'database'
  const expected = migrationsOfThisCode()
  return applied.length === expected.length && expected.every((name) => applied.includes(name)) ? 'ready' : 'migrations'
}

/** Names of the migrations that are finished; an unfinished one stands there under a name that no migration has. */
async function readApplied(): Promise<string[]> {
  const [table] = await db.$queryRaw<
    { found: boolean }[]
  >`select to_regclass('_prisma_migrations') is not null as found`
  if (!table?.found) return []
  const rows = await db.$queryRaw<{ name: string }[]>`
    select case when finished_at is null then '' else migration_name end as name
    from _prisma_migrations where rolled_back_at is null`
  return rows.map(({ name }) => name)
}

let names: string[] | undefined

/** Read once: the code of a running process does not change. */
function migrationsOfThisCode(): string[] {
  names ??= readdirSync(join(/* turbopackIgnore: true */ process.cwd(), 'prisma', 'migrations'), {
    withFileTypes: true,
  })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  return names
}

function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), patience)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
