import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { PROJECT } from './postgres-home.mjs'
import { Refusal } from './refusal.mjs'
import { mustRun } from './run.mjs'

/** @param {{ signal?: AbortSignal }} [options] */
export async function installPackages({ signal } = {}) {
  if (packagesAreInstalled(PROJECT)) return
  refuseForeignLockfile(PROJECT)
  console.log('\n▸ Installing packages (a few minutes, once)')
  // Not `npm ci`: it refuses a lockfile without the programs for other systems, and copies of the registry lack some.
  // --no-save leaves the lockfile as it is; everything in it is installed in exactly that version.
  // No package needs its install script here, and some would download programs. NODE_ENV=production must not leave out
  // what the build needs.
  const args = ['install', '--no-save', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit',
    '--no-fund']
  await mustRun(...npm(args),
    'The packages could not be installed; npm says why above. Check the network and start again.', { signal })
}

/** npm started us by its own program; started by hand, it is found on the PATH. */
function npm(args) {
  const program = process.env.npm_execpath
  if (program?.endsWith('npm-cli.js')) return [process.execPath, [program, ...args]]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args]
}

/**
 * Compares the lockfile with npm's own record of what it installed. npm writes that record last, so that an
 * interrupted installation counts as none. Optional packages may be absent: they are for other systems.
 * @param {string} folder
 */
export function packagesAreInstalled(folder) {
  const record = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const installed = packages(record)
  return Object.entries(packages(join(folder, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    // Left in the lockfile by something that was removed: npm does not install it.
    if (wanted.extraneous) return true
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional === true
  })
}

/**
 * Without this, what was added to package.json alone would be installed in whatever version is the newest today.
 * @param {string} folder
 * @throws {Refusal}
 */
export function refuseForeignLockfile(folder) {
  const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const wanted = read('package.json')
  const locked = read('package-lock.json').packages['']
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    if (isDeepStrictEqual(wanted[kind] ?? {}, locked[kind] ?? {})) continue
    throw new Refusal('package.json and package-lock.json name different packages. '
      + 'Run npm install, and keep both files.')
  }
}
