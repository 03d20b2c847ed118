import { decode } from 'next-auth/jwt'
import pg from 'pg'
import { log } from './log.mjs'

/** As lib/access/session.ts names it. */
const COOKIE = /(?:^|;\s*)__Host-session=([^;]+)/
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** @type {pg.Pool | undefined} made when somebody who is signed in leaves for the first time */
let pool

/**
 * Ends the session that a cookie names. Never throws and never rejects: leaving must not fail.
 * @param {string | undefined} cookies the Cookie header
 * @param {{ AUTH_SECRET?: string, DATABASE_URL?: string }} [settings]
 */
export async function endSessionOf(cookies, { AUTH_SECRET, DATABASE_URL } = process.env) {
  const token = COOKIE.exec(cookies ?? '')?.[1]
  if (!token || !AUTH_SECRET || !DATABASE_URL) return
  try {
    // A forged or torn cookie makes decode throw.
    const id = (await decode({ token: decodeURIComponent(token), secret: AUTH_SECRET }).catch(() => null))?.sid
    if (typeof id !== 'string' || !UUID.test(id)) return
    pool ??= newPool(DATABASE_URL)
    await pool.query('update "UserSession" set "endedAt" = now() where id = $1 and "endedAt" is null', [id])
  } catch (error) { // whoever leaves has long gone, and their cookie is cleared all the same
    log.error({ err: error }, 'a session could not be ended on leaving')
  }
}

function newPool(connectionString) {
  const made = new pg.Pool({ connectionString, max: 2, idleTimeoutMillis: 10_000, connectionTimeoutMillis: 5_000, allowExitOnIdle: true })
  made.on('error', () => {}) // a connection that breaks while it rests is replaced at the next use
  return made
}
