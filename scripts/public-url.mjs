import { Refusal } from './refusal.mjs'
import { urlFrom } from './url-from.mjs'

/**
 * The address that people use: a protocol and a host, for every page stands right under it. lib/env.ts reads it alike.
 * @param {string | undefined} text the setting PUBLIC_URL
 * @returns {URL | undefined}
 * @throws {Refusal} the site cannot be served under it, or it could not stand on a certificate
 */
export function publicUrlFrom(text) {
  if (!text) return undefined
  const url = urlFrom(text)
  if (url && url.href === `${url.origin}/` && /^https?:\/\/[\w.:[\]-]+$/.test(url.origin)) return url
  // Not the text itself: there may be a password in it.
  throw new Refusal('PUBLIC_URL is not an address that Haven can be served under. '
    + 'Set it to https:// and a host, such as https://learn.example.org: no path, no password, nothing behind it.')
}
