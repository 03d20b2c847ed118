/**
 * `node scripts/issuer-keys.mjs list` shows the keys that sign certificates, without their secrets.
 * `node scripts/issuer-keys.mjs rotate` makes a new one and retires the others: their secrets are deleted, and what they
 * have signed stays genuine. A server that runs signs with the new key when it starts next.
 * `node scripts/issuer-keys.mjs distrust <did or number in the list>` is for a key that fell into other hands: nothing
 * counts any more that it has signed. Its public part stays in the list, so that nobody takes it for a lost one.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { calledDirectly } from './called-directly.mjs'
import { distrusted, rotated } from './issuer-key.mjs'
import { PROJECT } from './postgres-home.mjs'
import { Refusal, endWith } from './refusal.mjs'
import { SECRETS, keepSecrets, readSecrets, secrets } from './secrets.mjs'

const USAGE = 'Say what to do: node scripts/issuer-keys.mjs list|rotate|distrust <did or number in the list>'
const ROTATED = 'Start Haven again: new certificates are then signed with the new key.'
const DISTRUSTED = 'Start Haven again: papers and badges signed with that key then read as not issued here. Ask their holders '
  + 'to change the name on their certificate, to the same one: they get a new paper with the same dates.'

/**
 * @param {string | undefined} deed
 * @param {string} [file]
 * @param {string} [which] the key to distrust
 * @returns {string} what to tell the person
 */
export function issuerKeys(deed, file = SECRETS, which) {
  if (!['list', 'rotate', 'distrust'].includes(deed) || (deed === 'distrust' && !which)) throw new Refusal(USAGE)
  if (process.env.ISSUER_KEYS) throw new Refusal('The keys come from ISSUER_KEYS in the environment: change them there.')
  secrets(file) // makes the first key where there is none
  const kept = readSecrets(file)
  if (deed === 'list') return kept.ISSUER_KEYS.map(line).join('\n')
  const keys = deed === 'rotate' ? rotated(kept.ISSUER_KEYS) : distrusted(kept.ISSUER_KEYS, named(kept.ISSUER_KEYS, which))
  keepSecrets(file, { ...kept, ISSUER_KEYS: keys })
  return `${keys.map(line).join('\n')}\n${deed === 'rotate' ? ROTATED : DISTRUSTED}`
}

/** @returns {string} the id of the key that is meant */
function named(keys, which) {
  const key = keys.find(({ id }, index) => which === id || which === String(index + 1))
  if (!key) throw new Refusal(`There is no key ${which}: node scripts/issuer-keys.mjs list shows which there are.`)
  return key.id
}

const line = (key, index) => `${index + 1}  ${key.id}  made ${key.createdAt.slice(0, 10)}  ${standing(key)}`

function standing({ retiredAt, distrustedAt }) {
  if (distrustedAt) return `not trusted since ${distrustedAt.slice(0, 10)}`
  return retiredAt ? `retired ${retiredAt.slice(0, 10)}` : 'signs'
}

if (calledDirectly(import.meta.url)) {
  try {
    if (existsSync(join(PROJECT, '.env'))) process.loadEnvFile(join(PROJECT, '.env'))
    console.log(issuerKeys(process.argv[2], SECRETS, process.argv[3]))
  } catch (error) { // the end of the command: one sentence for the person
    endWith(error)
  }
}
