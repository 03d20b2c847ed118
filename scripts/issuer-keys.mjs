/**
 * `node scripts/issuer-keys.mjs list` shows the keys that sign certificates, without their secrets.
 * `node scripts/issuer-keys.mjs rotate` makes a new one and retires the others: their secrets are deleted, and what they
 * have signed stays genuine. A server that runs signs with the new key when it starts next.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { calledDirectly } from './called-directly.mjs'
import { rotated } from './issuer-key.mjs'
import { PROJECT } from './postgres-home.mjs'
import { Refusal, endWith } from './refusal.mjs'
import { SECRETS, keepSecrets, readSecrets, secrets } from './secrets.mjs'

/**
 * @param {string | undefined} deed
 * @param {string} [file]
 * @returns {string} what to tell the person
 */
export function issuerKeys(deed, file = SECRETS) {
  if (deed !== 'list' && deed !== 'rotate') throw new Refusal('Say what to do: node scripts/issuer-keys.mjs list|rotate')
  if (process.env.ISSUER_KEYS) throw new Refusal('The keys come from ISSUER_KEYS in the environment: change them there.')
  secrets(file) // makes the first key where there is none
  const kept = readSecrets(file)
  if (deed === 'list') return kept.ISSUER_KEYS.map(line).join('\n')
  const keys = rotated(kept.ISSUER_KEYS)
  keepSecrets(file, { ...kept, ISSUER_KEYS: keys })
  return `${keys.map(line).join('\n')}\nStart Haven again: new certificates are then signed with the new key.`
}

const line = ({ id, createdAt, retiredAt }) =>
  `${id}  made ${createdAt.slice(0, 10)}  ${retiredAt ? `retired ${retiredAt.slice(0, 10)}` : 'signs'}`

if (calledDirectly(import.meta.url)) {
  try {
    if (existsSync(join(PROJECT, '.env'))) process.loadEnvFile(join(PROJECT, '.env'))
    console.log(issuerKeys(process.argv[2]))
  } catch (error) { // the end of the command: one sentence for the person
    endWith(error)
  }
}
