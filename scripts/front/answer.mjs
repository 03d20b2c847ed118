import { createHash } from 'node:crypto'
import { compress, encodingFor, isCompressible } from './encodings.mjs'
import { release } from './hold-back.mjs'

/** Written anew for each form of the body, or meant only for the connection to Next. */
const NOT_COPIED = new Set(['connection', 'content-encoding', 'content-length', 'date', 'etag', 'keep-alive',
  'transfer-encoding', 'x-nextjs-cache', 'x-nextjs-prerender', 'x-nextjs-stale-time', 'x-powered-by'])

/** @typedef {import('node:http').OutgoingHttpHeaders} Headers */
/** @typedef {{ headers: Headers | string[], unchanged: Headers | string[], body: Buffer }} Form flat lists if kept */

/**
 * An answer as ready bytes, in each form that clients ask for. A form is made when it is first asked for.
 */
export class Answer {
  /** @type {Map<string, Form>} */
  #forms = new Map()
  #making = new Map()
  #headers
  #hash

  /**
   * @param {{ status: number, headers: Headers, body: Buffer }} made
   * @param {{ kept?: boolean }} [options] kept: sent many times, so with an ETag and compressed with care
   */
  constructor({ status, headers, body }, { kept = false } = {}) {
    this.status = status
    this.body = body
    this.kept = kept
    this.compressible = isCompressible(String(headers['content-type'] ?? ''), body.length)
    this.#headers = Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_COPIED.has(name)))
    // A cache on the way must not hand one encoding to a client that asked for another.
    if (this.compressible) this.#headers.vary = [headers.vary, 'accept-encoding'].flat().filter(Boolean).join(', ')
    this.#hash = kept ? createHash('sha256').update(body).digest('base64url').slice(0, 22) : undefined
  }

  /** Rough bytes of memory, when every form has been asked for. */
  get weight() {
    return 2 * this.body.length + 2048
  }

  /** @param {'br' | 'gzip' | 'identity'} encoding */
  form(encoding) {
    return this.#forms.get(encoding)
  }

  /** Makes a form once, however many wait for it. */
  make(encoding) {
    if (!this.#making.has(encoding)) this.#making.set(encoding, this.#make(encoding))
    return this.#making.get(encoding)
  }

  async #make(encoding) {
    const isPlain = encoding === 'identity'
    const body = isPlain ? this.body : await compress(encoding, this.body, this.kept)
    const etag = this.#hash && `"${this.#hash}${isPlain ? '' : `-${encoding}`}"`
    const unchanged = { ...this.#headers, ...(etag && { etag }) }
    const headers = { ...unchanged, ...(!isPlain && { 'content-encoding': encoding }), 'content-length': body.length }
    const ready = this.kept ? flat : (pairs) => pairs
    const form = { headers: ready(headers), unchanged: ready(unchanged), body }
    this.#forms.set(encoding, form)
    return form
  }

  /** @param {string | undefined} tags the request's If-None-Match */
  isKnownBy(tags) {
    return tags !== undefined && this.#hash !== undefined && (tags.trim() === '*' || tags.includes(this.#hash))
  }
}

/** Name, value, name, value, …: Node writes such a list as it stands, where it would look an object up each time. */
const flat = (headers) => Object.entries(headers).filter(([, value]) => value !== undefined)
  .flatMap(([name, value]) => [name, String(value)])

/**
 * Sends an answer in the form that suits the request: compressed, or only the news that nothing has changed.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response which nobody has written into
 * @param {Answer} answer
 * @returns {Promise<void> | undefined} undefined: the form was there, and has been sent
 */
export function send(request, response, answer) {
  const { headers } = request
  const encoding = answer.compressible ? encodingFor(headers['accept-encoding']) : 'identity'
  const form = answer.form(encoding)
  if (form === undefined) return answer.make(encoding).then((made) => write(headers, response, answer, made))
  write(headers, response, answer, form)
}

/**
 * The same for a response that Next may have written headers into, and whose methods are held back.
 * @returns {Promise<void>}
 */
export async function sendInstead(request, response, answer) {
  const encoding = answer.compressible ? encodingFor(request.headers['accept-encoding']) : 'identity'
  const form = await answer.make(encoding)
  if (response.headersSent || response.destroyed) return // refused or gone in the meantime
  release(response)
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  write(request.headers, response, answer, form)
}

function write(headers, response, answer, form) {
  if (response.headersSent || response.destroyed) return // gone in the meantime
  if (answer.isKnownBy(headers['if-none-match'])) response.writeHead(304, form.unchanged).end()
  else response.writeHead(answer.status, form.headers).end(form.body)
}
