import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, statfsSync,
  writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isAlive } from './postgres-home.mjs'
import { tryPort } from './port.mjs'
import { Refusal, refusalFor } from './refusal.mjs'

const NAME = 'haven'
const START_SECONDS = 120 // recovering from a power cut replays what was written last

/**
 * One Postgres on this machine: `<home>/data`, and beside it its password (0600) and the port it had last.
 * @param {{ home: string, ids: import('./postgres-binaries.mjs').Ids, binaries: string, throwaway?: boolean }} place
 */
export function cluster({ home, ids, binaries, throwaway = false }) {
  const data = join(home, 'data')
  const passwordFile = join(home, 'password')
  const portFile = join(home, 'port')
  const heldFile = join(home, 'held')
  const log = join(data, 'log')
  /** Who runs Postgres: the owner of the data, so that `sudo npm start` leaves an ordinary user's database usable. */
  const owner = () => {
    if (ids.uid === undefined || !existsSync(data)) return ids
    const { uid, gid } = statSync(data)
    return uid === 0 ? ids : { uid, gid }
  }
  const run = (tool, args, options) =>
    spawnSync(join(binaries, 'bin', tool), args, { ...owner(), cwd: '/', encoding: 'utf8', ...options })

  async function start() {
    const here = await running()
    if (here) return here
    mkdirSync(home, { recursive: true, mode: 0o755 })
    refuseFullDisk(home)
    if (!existsSync(data)) create()
    refuseForeignOwner()
    const deadline = Date.now() + START_SECONDS * 1000
    for (let said = ''; Date.now() < deadline; await sleep(300)) {
      const url = await running(deadline)
      if (url) return url
      forgetStranger()
      said = await launch()
      if (said && !PASSING.test(said) && !isOurs(pidFile())) {
        throw refusalFor(said, `Postgres did not start; it says why in ${log}.`)
      }
    }
    throw new Refusal(`Postgres did not start within ${START_SECONDS} seconds; it says why in ${log}.`)
  }

  /** Made beside its place and moved there when complete: a killed attempt leaves nothing that looks whole. */
  function create() {
    const half = join(home, `data.${process.pid}`)
    const secret = join(home, `password.${process.pid}`)
    mkdirSync(half, { mode: 0o700 })
    if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    writeFileSync(secret, readFileSync(passwordFile), { mode: 0o600 })
    if (ids.uid !== undefined) for (const path of [half, secret]) chownSync(path, ids.uid, ids.gid)
    const { status, stderr, error } = run('initdb', ['-D', half, '-U', NAME, '--pwfile', secret, ...INITDB,
      ...(throwaway ? ['--no-sync'] : [])])
    rmSync(secret)
    if (status === 0 && !existsSync(data)) return renameSync(half, data)
    rmSync(half, { recursive: true, force: true })
    if (status !== 0) throw refusalFor(stderr ?? error?.message, `A new database cannot be made in ${home}: ${stderr}`)
  }

  function refuseForeignOwner() {
    const { uid } = statSync(data)
    if (ids.uid !== undefined || !process.getuid || uid === process.getuid()) return
    throw new Refusal(`The database in ${data} belongs to another user of this machine (number ${uid}). `
      + 'Start Haven as the user who started it first, or set DATABASE_URL to another database.')
  }

  /** @returns {Promise<string>} what Postgres said when it did not start, else nothing */
  async function launch() {
    const last = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0
    const port = (await tryPort(last)).port || (await tryPort(0)).port
    rmSync(log, { force: true })
    const options = [`-p ${port}`, ...SETTINGS, ...(throwaway ? UNSAFE_BUT_FAST : [])].join(' -c ')
    // Nothing piped: Postgres would keep the pipe open, and this call would wait for ever.
    const args = ['-D', data, '-w', '-t', '60', '-l', log, '-o', options, 'start']
    const { status } = run('pg_ctl', args, { stdio: 'ignore' })
    if (status !== 0) return existsSync(log) ? readFileSync(log, 'utf8') : 'it wrote no log'
    writeFileSync(portFile, String(port))
    return ''
  }

  /** @returns {Promise<string | undefined>} the address when this very cluster answers */
  async function running(deadline = Date.now() + 5000) {
    while (isOurs(pidFile()) && Date.now() < deadline) {
      const url = `postgresql://${NAME}:${readFileSync(passwordFile, 'utf8')}@127.0.0.1:${pidFile().port}`
      const client = new pg.Client({ connectionString: `${url}/postgres`, connectionTimeoutMillis: 5000 })
      try {
        await client.connect()
        const found = await client.query('select 1 from pg_database where datname = $1', [NAME])
        if (found.rowCount === 0) await client.query(`create database ${NAME}`)
        return `${url}/${NAME}`
      } catch (error) { // starting, recovering, stopping, or another command makes the same database right now
        if (error.code === '28P01') throw new Refusal(`The password in ${passwordFile} is not that of the database.`)
        await sleep(200)
      } finally {
        await client.end().catch(() => {})
      }
    }
  }

  /** After a kill the number in postmaster.pid may be some other program's by now, and Postgres would not start. */
  function forgetStranger() {
    const { pid } = pidFile()
    if (pid && isAlive(pid) && !isOurs(pidFile())) rmSync(join(data, 'postmaster.pid'), { force: true })
  }

  function pidFile() {
    const file = join(data, 'postmaster.pid')
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    return { pid: Number(lines[0]) || 0, port: Number(lines[3]) || 0 }
  }

  function isOurs({ pid, port }) {
    if (!pid || !port || !isAlive(pid)) return false
    if (process.platform === 'win32') return true
    if (process.platform !== 'linux') {
      return /postgres/.test(spawnSync('ps', ['-o', 'command=', '-p', String(pid)]).stdout)
    }
    // Postgres works in its data folder: the same folder means the same cluster, whatever path led there.
    const cwd = statSync(`/proc/${pid}/cwd`, { throwIfNoEntry: false })
    const own = statSync(data)
    return cwd?.ino === own.ino && cwd?.dev === own.dev
  }

  /** Started by hand: stays up after the commands that use it, until it is stopped by hand. */
  const hold = () => writeFileSync(heldFile, '')
  const isHeld = () => existsSync(heldFile)

  /** @returns {boolean} whether it ran */
  function stop() {
    rmSync(heldFile, { force: true })
    if (!existsSync(data) || !isOurs(pidFile())) return false
    return run('pg_ctl', ['-D', data, '-m', throwaway ? 'immediate' : 'fast', '-w', '-t', '60', 'stop']).status === 0
  }

  function remove() {
    stop()
    rmSync(home, { recursive: true, force: true })
  }

  return { start, running, hold, isHeld, stop, remove }
}

/** A Postgres that finds no room for its log stops, and cannot start again before there is some. */
const NEEDED_MB = 64
const MB = 1024 * 1024

function refuseFullDisk(folder) {
  const { bavail, bsize } = statfsSync(folder)
  const left = Math.floor(bavail * bsize / MB)
  if (left >= NEEDED_MB) return
  throw new Refusal(`The disk is full: ${folder} has ${left} MB left, and the database needs ${NEEDED_MB} MB. `
    + 'Free some space and start again; nothing that was saved is lost.')
}

/** Sorting is the same on every machine; what counts as a letter comes from the system, for search in any script. */
const LETTERS = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }[process.platform] ?? 'C'
const INITDB = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
  '--lc-collate=C', `--lc-ctype=${LETTERS}`, '--lc-messages=C']
const SETTINGS = ['listen_addresses=127.0.0.1', `unix_socket_directories=''`]
const UNSAFE_BUT_FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** Ends by itself: a killed server's children are still leaving, or another command starts it, or took the port. */
const PASSING = /pre-existing shared memory|lock file .* already exists|could not bind|could not create any TCP/
