import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { compress, encodingFor, isCompressible } from './encodings.mjs'

describe('encodingFor', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=1.0, gzip;q=0.8', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br ; q=0.000, gzip; q=0', 'identity'],
    ['GZIP', 'gzip'],
    ['brotli', 'identity'],
    ['', 'identity'],
    [undefined, 'identity'],
  ])('%s → %s', (accepted, encoding) => expect(encodingFor(accepted)).toBe(encoding))

  it('still answers right after more values than anybody honest sends', () => {
    for (let number = 0; number < 500; number++) encodingFor(`x${number}`)
    expect(encodingFor('gzip')).toBe('gzip')
  })
})

describe('compress', () => {
  const body = Buffer.from('words that come again and again, '.repeat(200))

  it.each([true, false])('gives back the same bytes (kept: %s)', async (kept) => {
    expect(brotliDecompressSync(await compress('br', body, kept))).toEqual(body)
    expect(gunzipSync(await compress('gzip', body, kept))).toEqual(body)
  })
})

describe('isCompressible', () => {
  it.each([
    'text/html; charset=utf-8', 'text/x-component', 'text/css', 'application/javascript; charset=UTF-8',
    'application/json', 'application/manifest+json', 'image/svg+xml',
  ])('%s', (type) => {
    expect(isCompressible(type, 1024)).toBe(true)
    expect(isCompressible(type, 1023)).toBe(false)
  })

  it.each(['font/woff2', 'image/png', 'audio/mpeg', ''])('not %s', (type) =>
    expect(isCompressible(type, 9000)).toBe(false))
})
