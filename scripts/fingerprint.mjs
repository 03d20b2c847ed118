import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PROJECT } from './postgres-home.mjs'

/**
 * Makes something from source files, unless it was made from the very same ones. Its stamp is removed before and
 * written after the work, so that an interrupted attempt counts as none.
 * @param {{ sources: string[], stamp: string, make: () => Promise<void> }} product paths are relative to the project
 * @returns {Promise<boolean>} whether it had to be made
 */
export async function makeWhenChanged({ sources, stamp, make }) {
  const file = join(PROJECT, stamp)
  const now = fingerprint(PROJECT, sources)
  if (existsSync(file) && readFileSync(file, 'utf8') === now) return false
  rmSync(file, { force: true })
  await make()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, now)
  return true
}

/**
 * sha256 over names and bytes of the files; what does not exist counts as empty. Tests change no product.
 * @param {string} folder
 * @param {string[]} sources files and folders in it
 */
export function fingerprint(folder, sources) {
  const hash = createHash('sha256')
  const add = (path) => {
    const full = join(folder, path)
    if (!existsSync(full)) return
    if (statSync(full).isDirectory()) return readdirSync(full).sort().forEach((name) => add(`${path}/${name}`))
    if (/\.test\.tsx?$/.test(path)) return
    hash.update(`${path}\0`).update(createHash('sha256').update(readFileSync(full)).digest())
  }
  sources.forEach(add)
  return hash.digest('hex')
}
