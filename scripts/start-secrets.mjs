import { connect } from './database-url.mjs'
import { isOn } from './demo.mjs'
import { forgetDemonstration } from './forget-demonstration.mjs'
import { distrustedIssuer } from './issuer-key.mjs'
import { Refusal } from './refusal.mjs'
import { DEMO_SECRETS, SECRETS, keepSecrets, readSecrets, secrets } from './secrets.mjs'

/**
 * The secrets to start with. A demonstration has its own, so that nothing that it signs, and nobody who is signed in
 * there, counts in a real installation on the same database; and a real one first takes out what it has left.
 * @param {string} url of the migrated database
 * @param {{ demo: boolean, dev?: boolean, file?: string, demoFile?: string }} installation
 * @returns {Promise<ReturnType<typeof secrets>>}
 * @throws {Refusal} papers that were given away would no longer be known here
 */
export async function startSecrets(url, { demo, dev = false, file = SECRETS, demoFile = DEMO_SECRETS }) {
  if (demo) return secrets(demoFile, {})
  const client = await connect(url)
  try {
    const demoIssuers = issuersIn(readSecrets(demoFile).ISSUER_KEYS)
    await forgetDemonstration(client, { issuers: demoIssuers, keepMails: dev })
    const lost = await lostIssuers(client, process.env.ISSUER_KEYS || readSecrets(file).ISSUER_KEYS)
    if (lost.length > 0) beginAnew(lost, file)
  } finally {
    await client.end()
  }
  return secrets(file)
}

/** Who has signed certificates here with a key that we do not have. */
async function lostIssuers(client, keys) {
  const { rows } = await client.query(
    `select distinct credential #>> '{issuer,id}' as id from "Certificate" where credential #>> '{issuer,id}' <> all($1)`,
    [issuersIn(keys)])
  return rows.map(({ id }) => id)
}

/** @param {string | { id: string }[]} [keys] a text where they come from the environment */
function issuersIn(keys = []) {
  try {
    return (typeof keys === 'string' ? JSON.parse(keys) : keys).map(({ id }) => id)
  } catch { // not repeated: there are secrets in it
    throw new Refusal('ISSUER_KEYS in the environment is not a list of keys as JSON. Correct it, or unset it.')
  }
}

function beginAnew(lost, file) {
  const given = process.env.ISSUER_KEYS
  if (!isOn(process.env.NEW_ISSUER_KEY)) {
    throw new Refusal('The database holds certificates that were signed with a key which is not in '
      + `${given ? 'ISSUER_KEYS' : file}. ${given ? 'Add that key' : 'Restore that file from the backup'}. To begin anew `
      + 'instead, start once with NEW_ISSUER_KEY=1: papers signed with the lost key then read as not issued here when they are scanned.')
  }
  console.log(`▸ Certificates: earlier keys that are no longer trusted: ${lost.length}`)
  if (given) return
  secrets(file) // makes the first key where there is none
  const kept = readSecrets(file)
  keepSecrets(file, { ...kept, ISSUER_KEYS: [...kept.ISSUER_KEYS, ...lost.map((id) => distrustedIssuer(id))] })
}
