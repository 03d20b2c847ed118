import pg from 'pg'
import { log } from './log.mjs'

/** Whoever changes published content says so here: `NOTIFY haven_content`. */
const CHANNEL = 'haven_content'

const FIRST_WAIT = 500
const LONGEST_WAIT = 15_000
const HEARTBEAT = 20_000
const PATIENCE = 10_000

/**
 * Listens for changes of content, on one connection that is renewed when it breaks. Every new connection counts as a
 * change: nobody knows what was said while there was none.
 * @param {string} connectionString
 * @param {() => void} onChange
 * @returns {{ stop: () => Promise<void> }}
 */
export function listenForContent(connectionString, onChange) {
  let stopped = false
  let client
  let timer
  let wait = FIRST_WAIT

  async function connect() {
    const mine = new pg.Client({
      connectionString,
      application_name: 'haven content listener',
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
    })
    client = mine
    mine.on('notification', onChange)
    mine.on('error', (error) => again(mine, error))
    mine.on('end', () => again(mine))
    try {
      await mine.connect()
      await mine.query(`LISTEN ${CHANNEL}`)
      if (client !== mine) return
      wait = FIRST_WAIT
      onChange()
      beat(mine)
    } catch (error) { // no connection is the ordinary state of a database that restarts
      again(mine, error)
    }
  }

  /** A network can die without a word; a question that stays unanswered brings it to light. */
  function beat(mine) {
    timer = setTimeout(() => {
      mine.query('SELECT 1').then(() => client === mine && !stopped && beat(mine), (error) => again(mine, error))
    }, HEARTBEAT)
  }

  function again(mine, error) {
    if (stopped || client !== mine) return
    client = undefined
    clearTimeout(timer)
    mine.end().catch(() => {}) // it is broken already
    log.warn({ reason: error?.message }, 'not listening for changes of content; trying again')
    timer = setTimeout(connect, wait)
    wait = Math.min(2 * wait, LONGEST_WAIT)
  }

  void connect()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await client?.end().catch(() => {}) // the process ends, and the connection with it
    },
  }
}
