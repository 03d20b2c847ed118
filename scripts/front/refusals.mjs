import { urlFrom } from '../url-from.mjs'
import { isPage } from './shared-requests.mjs'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])
const WRITING = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** No address of ours comes near it, and Next remembers something of each address it is asked for. */
const MOST_PATH_LETTERS = 1000

const KILOBYTE = 1024
const API_BYTES = 256 * KILOBYTE
/** Twelve answers are about 4 KB. */
const CHECK_BYTES = 16 * KILOBYTE
const FORM_BYTES = 1024 * KILOBYTE

/** What people and proxies claim about where a request came from. */
const CLAIMS = /^(?:forwarded|x-forwarded-.*|x-real-ip|x-client-ip|x-host|x-original-.*|x-rewrite-url)$/

/**
 * Forgets what a request claims about its own origin, unless a trusted proxy wrote it: Next would believe it when it
 * compares a form's Origin with the host. With PUBLIC_URL the true values are known, and stand there instead.
 * @param {import('node:http').IncomingMessage} request
 * @param {{ trustProxy: boolean, publicUrl?: URL }} settings
 */
export function forgetClaims({ headers }, { trustProxy, publicUrl }) {
  if (!trustProxy) for (const name of Object.keys(headers)) if (CLAIMS.test(name)) delete headers[name]
  if (!publicUrl) return
  headers['x-forwarded-host'] = publicUrl.host
  headers['x-forwarded-proto'] = publicUrl.protocol.slice(0, -1)
}

/**
 * What no page, route or action of ours should ever see.
 * @param {import('node:http').IncomingMessage} request whose false claims are forgotten
 * @param {{ publicUrl?: URL }} settings
 * @returns {{ status: number, reason: string } | undefined}
 */
export function refusalOf(request, settings) {
  const { method, url, headers } = request
  const path = url.split('?', 1)[0]
  if (!path.startsWith('/')) return { status: 400, reason: 'This is not an address of this site.' }
  if (!canBeRead(path)) return { status: 400, reason: 'This is not an address of this site.' }
  if (path.length > MOST_PATH_LETTERS) return { status: 414, reason: 'This address is too long.' }
  if (!READING.has(method) && !WRITING.has(method)) return { status: 405, reason: 'This method is not used here.' }
  if (WRITING.has(method) && !isOurs(headers, settings)) {
    return { status: 403, reason: 'This request did not come from a page of this site.' }
  }
  // Next runs a server action that is posted to any address at all, even one that does not exist.
  if (headers['next-action'] !== undefined && !isPage(path)) return NO_FORM
  if (Number(headers['content-length'] ?? 0) > mostBytes(path)) return TOO_LARGE
  return undefined
}

/** Next answers an address with broken percent signs as if it had failed itself. */
function canBeRead(path) {
  try {
    decodeURIComponent(path)
    return true
  } catch { // the only way JavaScript has to say no
    return false
  }
}

const NO_FORM = { status: 403, reason: 'There is no such form here.' }
const TOO_LARGE = { status: 413, reason: 'This is more than can be sent at once.' }

function mostBytes(path) {
  if (path.startsWith('/api/check/')) return CHECK_BYTES
  return path.startsWith('/api/') ? API_BYTES : FORM_BYTES
}

/** Browsers name the origin of every request that writes; who names none, or another one, is not a page of ours. */
function isOurs({ origin, host, 'x-forwarded-host': forwarded }, { publicUrl }) {
  const from = urlFrom(origin ?? '')
  if (!from) return false
  if (publicUrl) return origin === publicUrl.origin
  return /^https?:$/.test(from.protocol) && from.host === (forwarded ?? host)?.toLowerCase()
}

/**
 * Answers without Next. The rest of the request is not read, so the connection cannot serve another one.
 * @param {import('node:http').ServerResponse} response
 * @param {{ status: number, reason: string }} refusal
 */
export function refuse(response, { status, reason }) {
  const body = `${reason}\n`
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.end(body)
}

/**
 * Counts the bytes of a body whose length was not announced, and calls when they are too many. The bytes beyond the
 * limit never reach whoever reads the request.
 * @param {import('node:http').IncomingMessage} request
 * @param {(refusal: { status: number, reason: string }) => void} onTooLarge
 */
export function countBody(request, onTooLarge) {
  if (request.headers['transfer-encoding'] === undefined) return // otherwise Node reads no more than was announced
  const most = mostBytes(request.url)
  let bytes = 0
  const { push } = request
  request.push = (chunk, encoding) => {
    const before = bytes
    bytes += chunk?.length ?? 0
    if (bytes <= most) return push.call(request, chunk, encoding)
    if (before <= most) onTooLarge(TOO_LARGE)
    return true
  }
}
