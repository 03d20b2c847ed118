import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from './refusal.mjs'

/** @typedef {import('./postgres-binaries.mjs').Ids} Ids */

export const PROJECT = realpathSync(dirname(dirname(fileURLToPath(import.meta.url))))

/**
 * Where this project's database lives: `.data/postgres` in the project. Started by root, Postgres runs as another
 * user; when that user cannot come into the project's folder, it is a folder of the machine, one per project path.
 * A place that already holds data wins, so that a change of permissions never hides a database.
 * @param {Ids} ids
 * @returns {string}
 */
export function lastingHome(ids) {
  const inside = join(PROJECT, '.data', 'postgres')
  if (ids.uid === undefined || existsSync(inside)) return inside
  if (existsSync(join(OUTSIDE, 'postgres')) || !canEnter(PROJECT, ids)) return join(outsideFolder(), 'postgres')
  return inside
}

/** Not under /tmp or /var/tmp: what is not used for a month is deleted there, and names can be taken by others. */
const OUTSIDE = join('/var/lib', `haven-${createHash('sha256').update(PROJECT).digest('hex').slice(0, 12)}`)

/** A folder outside the project that only root can write to and everybody can enter; made when absent. */
export function outsideFolder() {
  mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 })
  const { uid, mode } = lstatSync(OUTSIDE)
  if (uid !== process.getuid?.() || mode & 0o022) {
    throw new Refusal(`${OUTSIDE} belongs to somebody else. Remove it, or start Haven as an ordinary user.`)
  }
  return OUTSIDE
}

const THROWAWAY = /^haven-throwaway-(\d+)-/

/**
 * A new folder for a database that lives as long as this process; what earlier, killed processes left is removed.
 * @param {Ids} ids
 * @param {(home: string) => void} end stops the server that may still run in a left-over home
 * @returns {string}
 */
export function throwawayHome(ids, end) {
  const parent = [tmpdir(), '/tmp', '/var/tmp'].find((folder) => existsSync(folder) && canEnter(folder, ids))
  if (!parent) throw new Refusal('There is no temporary folder that Postgres can use. Set TMPDIR to one.')
  for (const name of readdirSync(parent)) {
    const owner = Number(THROWAWAY.exec(name)?.[1])
    const home = join(parent, name)
    if (!owner || isAlive(owner) || lstatSync(home, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue
    end(home)
    rmSync(home, { recursive: true, force: true })
  }
  const home = mkdtempSync(join(parent, `haven-throwaway-${process.pid}-`))
  chmodSync(home, 0o755)
  return home
}

/** Whether a process with this number runs, ours or not. */
export function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) { // the only way to ask: ESRCH means that there is none
    return error.code === 'EPERM'
  }
}

function canEnter(folder, ids) {
  return ids.uid === undefined || spawnSync('test', ['-x', folder], { ...ids, cwd: '/' }).status === 0
}
