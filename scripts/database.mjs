/**
 * Haven's Postgres. `node scripts/database.mjs start|stop|status` by hand; `startDatabase()` from the commands.
 *
 * Without DATABASE_URL it is the Postgres 18 that npm brought, with its data in this project; with DATABASE_URL it is
 * that server, and nothing is started or stopped here.
 */
import { randomBytes } from 'node:crypto'
import { calledDirectly } from './called-directly.mjs'
import { cluster } from './postgres-cluster.mjs'
import { connect, withDatabase } from './database-url.mjs'
import { attended, refuseWhileUsed } from './postgres-attendance.mjs'
import { lastingHome, outsideFolder, throwawayHome } from './postgres-home.mjs'
import { postgresBinaries, postgresIds } from './postgres-binaries.mjs'
import { endWith } from './refusal.mjs'

/** @typedef {{ url: string, stop: () => Promise<void>, lost: Promise<Error> }} Database lost: it ended, and stays so */

/**
 * Starts the database or finds it running, and keeps it until `stop()`.
 *
 * The lasting database is shared by all commands of this project: the last one that stops ends the server, also when
 * an earlier one was killed; a server started by hand stays. A throw-away database is new and empty, trades safety on
 * power loss for speed, and is gone after `stop()`.
 * @param {{ throwaway?: boolean }} [options]
 * @returns {Promise<Database>}
 */
export async function startDatabase({ throwaway = false } = {}) {
  const given = process.env.DATABASE_URL
  if (given) return throwaway ? separateDatabase(given) : givenDatabase(given)
  const postgres = local(throwaway)
  const url = await postgres.start()
  return throwaway ? { url, stop: async () => postgres.remove(), lost: NEVER } : attended(postgres, url)
}

const NEVER = new Promise(() => {})

function local(throwaway) {
  const ids = postgresIds()
  const binaries = postgresBinaries(ids, outsideFolder)
  const end = (leftOver) => cluster({ home: leftOver, ids, binaries }).stop()
  const home = throwaway ? throwawayHome(ids, end) : lastingHome(ids)
  return cluster({ home, ids, binaries, throwaway })
}

async function givenDatabase(url) {
  await (await connect(url)).end()
  return { url, stop: async () => {}, lost: NEVER }
}

async function separateDatabase(url) {
  const name = `haven_throwaway_${randomBytes(6).toString('hex')}`
  const run = async (sql) => {
    const client = await connect(url)
    await client.query(sql).finally(() => client.end())
  }
  await run(`create database ${name}`)
  return { url: withDatabase(url, name), stop: () => run(`drop database ${name} with (force)`), lost: NEVER }
}

async function main(command = 'start') {
  if (process.env.DATABASE_URL) {
    await (await connect(process.env.DATABASE_URL)).end()
    console.log('The database of DATABASE_URL answers; it is started and stopped elsewhere.')
    return
  }
  const postgres = local(false)
  if (command === 'start') {
    console.log(await postgres.start())
    postgres.hold()
  } else if (command === 'stop') {
    await refuseWhileUsed(await postgres.running())
    console.log(postgres.stop() ? 'stopped' : 'not running')
  } else if (command === 'status') console.log((await postgres.running()) ?? 'not running')
  else throw new Error('Use: npm run db -- start|stop|status')
}

if (calledDirectly(import.meta.url)) main(process.argv[2]).catch(endWith)
