import { demoFrom, isOn } from '../demo.mjs'
import { readPort } from '../port.mjs'
import { publicUrlFrom } from '../public-url.mjs'
import { Refusal } from '../refusal.mjs'
import { urlFrom } from '../url-from.mjs'

/**
 * @typedef {object} Settings
 * @property {boolean} dev serve the sources, keep nothing
 * @property {number} port
 * @property {string} host the name or address to listen on
 * @property {URL | undefined} publicUrl where people find the site, if a proxy stands in front
 * @property {boolean} trustProxy believe X-Forwarded-*: only when a proxy sets them on every request
 * @property {string} leaveUrl the neutral site behind the quick exit
 * @property {string | undefined} databaseUrl
 */

/**
 * @param {Record<string, string | undefined>} env
 * @param {string[]} args
 * @returns {Settings}
 * @throws {Refusal} naming the setting that cannot be used
 */
export function settingsFrom(env, args) {
  if (env.DEMO) demoFrom(env) // refuses one that others could reach, also where this server is started by other means
  return {
    dev: args.includes('--dev'),
    port: readPort(env.PORT || undefined),
    host: env.HOST || 'localhost',
    publicUrl: publicUrlFrom(env.PUBLIC_URL),
    trustProxy: isOn(env.TRUST_PROXY),
    leaveUrl: webAddress('LEAVE_URL', env.LEAVE_URL || 'https://www.wikipedia.org/').href,
    databaseUrl: env.DATABASE_URL || undefined,
  }
}

function webAddress(name, text) {
  const url = urlFrom(text)
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new Refusal(`${name} is "${text}", which is not a web address. Set ${name} to one that begins with https://.`)
}
