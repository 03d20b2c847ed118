import { join } from 'node:path'
import { Answer, send, sendInstead } from './answer.mjs'
import { builtScripts } from './built-scripts.mjs'
import { isCompressible } from './encodings.mjs'
import { errorPages } from './error-page.mjs'
import { holdBack, release } from './hold-back.mjs'
import { inlineScripts } from './inline-scripts.mjs'
import { isLeave, leave } from './leave.mjs'
import { kindOf, log } from './log.mjs'
import { missingPages } from './missing-page.mjs'
import { countBody, forgetClaims, refusalOf, refuse } from './refusals.mjs'
import { lighten, policyWith, securityHeaders } from './security-headers.mjs'
import { isPlain, secondsToShare } from './shared-requests.mjs'

const FAILED = { status: 500, reason: 'Something went wrong here. Please try again.' }

/** Browsers and caches on the way ask each time whether a page has changed; being told "no" costs next to nothing. */
const ASK_EACH_TIME = 'public, max-age=0, must-revalidate'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * What stands before Next: answers that are the same for everyone come from the cache, what nobody should ask is
 * refused, the quick exit never waits, and everything else is Next's, with our headers.
 * @param {object} parts
 * @param {(request: Request, response: Response) => Promise<void>} parts.next
 * @param {import('./settings.mjs').Settings} parts.settings
 * @param {import('./page-cache.mjs').PageCache} parts.cache
 * @param {(url: string) => boolean} parts.isShared see shared-requests
 * @returns {(request: Request, response: Response) => void}
 */
export function createFront({ next, settings, cache, isShared }) {
  const common = securityHeaders(settings)
  const errorPage = errorPages(join(process.cwd(), 'messages'))
  const missingPage = missingPages(settings)
  const sendScript = builtScripts(settings, join(process.cwd(), '.next'), common)

  async function answer(request, response) {
    for (const [name, value] of common) response.setHeader(name, value)
    forgetClaims(request, settings)
    const refusal = refusalOf(request, settings)
    if (refusal) return refuse(response, refusal)
    if (isLeave(request)) return leave(request, response, settings.leaveUrl)
    const script = sendScript(request, response)
    if (script !== false) return script
    countBody(request, (tooLarge) => cutOff(request, response, tooLarge))
    if (settings.dev) return next(request, response)
    if (!isPlain(request) || !isShared(request.url)) return passOn(request, response)
    let ours = false
    const shared = await cache.once(request.url, () => {
      ours = true
      return share(request, response)
    })
    if (shared) return sendInstead(request, response, shared)
    if (!ours) return passOn(request, response) // what somebody else was given turned out to be for them alone
  }

  /** Has Next answer for everyone. What turns out not to be for everyone goes out to this one person. */
  async function share(request, response) {
    const { headers } = request
    const known = headers['if-none-match']
    delete headers['if-none-match']
    delete headers['if-modified-since']
    if (request.method === 'HEAD') request.method = 'GET' // Node sends no body all the same
    const made = await held(request, response, (type) => !/^(?:text\/event-stream|audio\/|video\/)/.test(type))
    if (!made) return undefined
    if (known) headers['if-none-match'] = known
    const seconds = secondsToShare(made)
    const answer = new Answer(finished(request, await helpful(request, made)), { kept: seconds > 0 })
    if (seconds > 0) return { answer, seconds }
    await sendInstead(request, response, answer)
    return undefined
  }

  async function passOn(request, response) {
    const made = await held(request, response, isHeldAnyway)
    if (made) await sendInstead(request, response, new Answer(finished(request, await helpful(request, made))))
  }

  /** Next's pages for what is missing and what failed are empty without scripts: ours stand in for them. */
  async function helpful(request, made) {
    if (isUnreadable(request, made)) return { ...made, status: 400 }
    if (!isHtml(made) || made.status < 400) return made
    const path = pathOf(request)
    const body = made.status === 404 ? await missingPage(path) : made.status >= 500 ? Buffer.from(errorPage(path)) : undefined
    return body ? { ...made, body } : made
  }

  /** @returns what Next answered, held back; undefined when it has gone out */
  function held(request, response, isWanted) {
    const made = holdBack(response, isWanted)
    next(request, response).catch((error) => fail(request, response, error))
    return made
  }

  // The way of a kept answer is the shortest there is: what belongs to one request only is not made before it is needed.
  return (request, response) => {
    const kept = isPlain(request) ? cache.get(request.url) : undefined
    const sending = kept === undefined ? answer(request, response) : send(request, response, kept)
    if (sending !== undefined) sending.catch((error) => fail(request, response, error))
  }
}

/** HTML needs the hashes of its scripts in its head, and texts are sent compressed. Streams of events must flow. */
const isHeldAnyway = (type) => !type.startsWith('text/event-stream') && isCompressible(type, Infinity)

const isHtml = ({ headers }) => String(headers['content-type']).startsWith('text/html')

/** Our server functions answer every fault of their own (lib/access/door.ts): Next fails only at what it cannot read. */
const isUnreadable = ({ headers }, made) =>
  made.status === 500 && headers['next-action'] !== undefined && String(made.headers['content-type']).startsWith('text/x-component')

/** The policy that fits a page, and no year in a shared cache for anything that can be changed by publishing. */
function finished(request, made) {
  const { headers } = made
  // A cookie is for one person, whatever Next says; and only by `no-store` can our worker know, which sees no cookies.
  if (headers['set-cookie']) headers['cache-control'] = 'private, no-store'
  if (/\bs-maxage=/.test(String(headers['cache-control']))) headers['cache-control'] = ASK_EACH_TIME
  lighten(pathOf(request), headers)
  if (isHtml(made)) {
    const { own, foreign } = inlineScripts(made.body.toString('utf8'))
    headers['content-security-policy'] = policyWith(own)
    if (foreign.length > 0) {
      log.warn({ kind: kindOf(request.url), scripts: foreign.length }, 'inline scripts that are not of Next may not run')
    }
  }
  return made
}

function cutOff(request, response, tooLarge) {
  release(response)
  if (response.headersSent) return request.destroy()
  response.once('finish', () => request.destroy())
  refuse(response, tooLarge)
}

function fail(request, response, error) {
  if (response.destroyed) return
  log.error({ err: error, kind: kindOf(request.url) }, 'a request failed')
  release(response)
  if (response.headersSent) response.destroy()
  else refuse(response, FAILED)
}

const pathOf = (request) => request.url.split('?', 1)[0].slice(0, 200)
