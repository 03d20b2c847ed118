import pg from 'pg'
import { Refusal } from './refusal.mjs'
import { urlFrom } from './url-from.mjs'

const REASONS = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name cannot be resolved',
  ETIMEDOUT: 'it does not answer',
  '28P01': 'it refuses the user or the password',
  '28000': 'it refuses the user',
  '3D000': 'it has no database of that name',
  '53300': 'it has no connection left',
  '57P03': 'it is still starting',
}

/**
 * Opens a connection, or says in one sentence why there is none. The password never reaches the sentence.
 * @param {string} url
 * @returns {Promise<import('pg').Client>}
 * @throws {Refusal}
 */
export async function connect(url) {
  const { host, database } = addressOf(url)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) { // the person needs the cause, not the stack of the driver
    const code = /timeout/.test(error.message) ? 'ETIMEDOUT' : error.code
    const reason = REASONS[code] ?? (error.message || code)
    throw new Refusal(`The database "${database}" at ${host} cannot be reached: ${reason}. `
      + 'Correct DATABASE_URL, start that server, or unset DATABASE_URL to use the built-in database.')
  }
  return client
}

function addressOf(url) {
  const parts = /^postgres(ql)?:\/\/./.test(url) ? urlFrom(url) : undefined
  if (!parts) {
    throw new Refusal('DATABASE_URL is not an address of a Postgres database. '
      + 'It looks like postgresql://user:password@host:5432/name; special characters in it are written as %XX.')
  }
  return { host: parts.host, database: decodeURIComponent(parts.pathname.slice(1)) }
}

/** The same server and user, another database. */
export function withDatabase(url, name) {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
