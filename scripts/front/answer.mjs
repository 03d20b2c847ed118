import { createHash } from 'node:crypto'
import { compress, encodingFor, isCompressible } from './encodings.mjs'
import { release } from './hold-back.mjs'

/** Written anew for each form of the body, or meant only for the connection to Next. */
const NOT_COPIED = new Set(['connection', 'content-encoding', 'content-length', 'date', 'etag', 'keep-alive',
  'transfer-encoding', 'x-nextjs-cache', 'x-powered-by'])

/** @typedef {import('node:http').OutgoingHttpHeaders} Headers */

/**
 * An answer as ready bytes, in each form that clients ask for. A form is made when it is first asked for.
 */
export class Answer {
  /** @type {Map<string, { headers: Headers, unchanged: Headers, body: Buffer }>} */
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
    const form = { headers, unchanged, body }
    this.#forms.set(encoding, form)
    return form
  }

  /** @param {string | undefined} tags the request's If-None-Match */
  isKnownBy(tags) {
    return tags !== undefined && this.#hash !== undefined && (tags.trim() === '*' || tags.includes(this.#hash))
  }
}

/**
 * Sends an answer in the form that suits the request: compressed, or only the news that nothing has changed.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {Answer} answer
 * @returns {Promise<void> | undefined} undefined: the form was there, and has been sent
 */
export function send(request, response, answer) {
  const encoding = answer.compressible ? encodingFor(request.headers['accept-encoding']) : 'identity'
  const form = answer.form(encoding)
  if (form) return write(request, response, answer, form)
  return answer.make(encoding).then((made) => write(request, response, answer, made))
}

function write(request, response, answer, form) {
  if (response.headersSent || response.destroyed) return // refused or gone in the meantime
  release(response)
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  if (answer.isKnownBy(request.headers['if-none-match'])) response.writeHead(304, form.unchanged).end()
  else response.writeHead(answer.status, form.headers).end(form.body)
}
