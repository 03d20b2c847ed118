import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PROJECT } from './postgres-home.mjs'
import { Refusal } from './refusal.mjs'

const NAMES = ['AUTH_SECRET']

/**
 * The secrets of this installation: from the environment, else made at the first start and kept (0600, never in git).
 * @param {string} [file]
 * @returns {Record<string, string>}
 */
export function secrets(file = join(PROJECT, '.data', 'secrets.json')) {
  const kept = existsSync(file) ? parse(file) : {}
  const missing = NAMES.filter((name) => !kept[name])
  for (const name of missing) kept[name] = randomBytes(32).toString('base64url')
  if (missing.length > 0) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(kept, null, 2), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return Object.fromEntries(NAMES.map((name) => [name, process.env[name] ?? kept[name]]))
}

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) { // a new secret would sign everybody out without a word
    throw new Refusal(`The secrets in ${file} cannot be read (${error.code ?? 'not JSON'}). `
      + 'Restore the file, or remove it: everybody must then sign in again.')
  }
}
