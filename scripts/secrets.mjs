import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { newIssuerKey } from './issuer-key.mjs'
import { PROJECT } from './postgres-home.mjs'
import { Refusal } from './refusal.mjs'

/** How each secret is made, in the form in which it is kept. */
const MAKERS = {
  AUTH_SECRET: () => randomBytes(32).toString('base64url'),
  ISSUER_KEYS: () => [newIssuerKey()],
}

/** Beside the database and not in it: who gets hold of one cannot sign with what is in the other. */
export const SECRETS = join(PROJECT, '.data', 'secrets.json')

/** Those of a demonstration. What it signs must never count anywhere else. */
export const DEMO_SECRETS = join(PROJECT, '.data', 'demo-secrets.json')

/**
 * The secrets of this installation: from the environment, else made at the first start and kept (0600, never in git).
 * @param {string} [file]
 * @param {Record<string, string | undefined>} [given]
 * @returns {Record<'AUTH_SECRET' | 'ISSUER_KEYS', string>} as the server reads them from its environment
 */
export function secrets(file = SECRETS, given = process.env) {
  const kept = readSecrets(file)
  const missing = Object.keys(MAKERS).filter((name) => !kept[name])
  for (const name of missing) kept[name] = MAKERS[name]()
  if (missing.length > 0) keepSecrets(file, kept)
  return Object.fromEntries(Object.keys(MAKERS).map((name) => [name, given[name] || asText(kept[name])]))
}

/** Secrets of their own for a test or a measurement. @returns {Record<'AUTH_SECRET' | 'ISSUER_KEYS', string>} */
export const passingSecrets = () =>
  Object.fromEntries(Object.entries(MAKERS).map(([name, make]) => [name, asText(make())]))

const asText = (value) => (typeof value === 'string' ? value : JSON.stringify(value))

/** @param {string} file @returns {Record<string, unknown>} what is kept; nothing before the first start */
export function readSecrets(file) {
  if (!existsSync(file)) return {}
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) { // new ones would sign everybody out, and end the trust in certificates, without a word
    throw new Refusal(`The secrets in ${file} cannot be read (${error.code ?? 'not JSON'}). `
      + 'Restore the file, or remove it: everybody must then sign in again, and certificates count as unknown.')
  }
}

/** Replaces what is kept, all or nothing. */
export function keepSecrets(file, kept) {
  mkdirSync(dirname(file), { recursive: true })
  rmSync(`${file}.new`, { force: true }) // one that an ended process left would keep its own rights
  writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}
