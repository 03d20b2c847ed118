import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzip)

/** Smaller bodies do not pay for the work of unpacking. */
const WORTHWHILE_BYTES = 1024
const COMPRESSIBLE = /^(?:text\/|application\/(?:javascript|json|manifest\+json|xml)|image\/svg\+xml)/

/** @param {string} type a content type */
export const isCompressible = (type, bytes) => bytes >= WORTHWHILE_BYTES && COMPRESSIBLE.test(type)

/** Browsers send one of a handful of values, so each is read once. Bounded, for anybody can send any value. */
const chosen = new Map()
const MOST_CHOSEN = 100

/**
 * @param {string | undefined} accepted the request's Accept-Encoding
 * @returns {'br' | 'gzip' | 'identity'} the smallest that the client can read
 */
export function encodingFor(accepted = '') {
  let encoding = chosen.get(accepted)
  if (encoding === undefined) {
    if (chosen.size >= MOST_CHOSEN) chosen.clear()
    encoding = ['br', 'gzip'].find((name) => accepts(accepted, name)) ?? 'identity'
    chosen.set(accepted, encoding)
  }
  return encoding
}

function accepts(accepted, name) {
  const offers = accepted.toLowerCase().split(',').map((part) => part.trim().split(/\s*;\s*/))
  const offer = offers.find(([each]) => each === name)
  return offer !== undefined && !offer.slice(1).some((parameter) => /^q\s*=\s*0(?:\.0*)?$/.test(parameter))
}

/**
 * Compresses on a thread of the pool, so that other requests go on meanwhile.
 * @param {'br' | 'gzip'} encoding
 * @param {Buffer} body
 * @param {boolean} kept made once and sent often: worth the work
 * @returns {Promise<Buffer>}
 */
export function compress(encoding, body, kept) {
  if (encoding === 'gzip') return gzipAsync(body, { level: kept ? 9 : 6 })
  const params = { [constants.BROTLI_PARAM_QUALITY]: kept ? 11 : 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  return brotliAsync(body, { params })
}
