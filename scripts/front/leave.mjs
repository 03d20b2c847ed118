import { endSessionOf } from './leave-session.mjs'

/** The address of the quick exit (also in public/first.js and in every page's link). */
const PATH = '/leave'

/** Behind it the browser only goes on, and forgets nothing: where Back has led to a page of ours after leaving. */
const AGAIN = `${PATH}?again`

/** @param {import('node:http').IncomingMessage} request */
export const isLeave = ({ method, url }) => (method === 'GET' || method === 'HEAD') && (url === PATH || url === AGAIN)

/**
 * The quick exit: on to a neutral site, and the browser forgets what this site stored in it. The session behind its
 * cookie ends too, so that a kept copy of the cookie is worth nothing.
 *
 * It never waits: not for the database, not for a log. The end of the session is begun, and not awaited.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} leaveUrl
 */
export function leave({ url, headers }, response, leaveUrl) {
  response.setHeader('cache-control', 'no-store')
  response.setHeader('referrer-policy', 'no-referrer')
  if (/prefetch|prerender/.test(`${headers['sec-purpose'] ?? ''} ${headers.purpose ?? ''}`)) {
    response.writeHead(204).end() // a browser that looks ahead has not left
    return
  }
  const forgets = url === PATH && isOwnStep(headers)
  if (forgets) response.setHeader('clear-site-data', '"cookies","storage","cache"')
  response.writeHead(303, { location: leaveUrl, 'content-length': 0 }).end()
  if (forgets) void endSessionOf(headers.cookie)
}

/** A picture or link on another site must not be able to erase what a learner has done. */
function isOwnStep(headers) {
  const site = headers['sec-fetch-site'] ?? 'none'
  const destination = headers['sec-fetch-dest'] ?? 'document'
  return (site === 'same-origin' || site === 'none') && destination === 'document'
}
