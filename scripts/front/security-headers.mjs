import { createHash } from 'node:crypto'

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'media-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
}

/** Next's development server evaluates code, writes styles into the page and talks over a socket. */
const DEVELOPMENT = {
  ...POLICY,
  'script-src': "'self' 'unsafe-inline' 'unsafe-eval'",
  'style-src': "'self' 'unsafe-inline'",
  'connect-src': "'self' ws:",
}

const written = (policy) => Object.entries(policy).map((directive) => directive.join(' ')).join('; ')
const strict = written(POLICY)
const development = written(DEVELOPMENT)

/**
 * @param {Iterable<string>} scripts texts of the inline scripts that may run
 * @returns {string} the value of Content-Security-Policy
 */
export function policyWith(scripts) {
  const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const hashes = new Set(Array.from(scripts, hash))
  return hashes.size === 0 ? strict : written({ ...POLICY, 'script-src': ["'self'", ...hashes].join(' ') })
}

/**
 * The headers of every answer, whatever it holds.
 * @param {{ dev: boolean, publicUrl?: URL }} settings
 * @returns {[string, string][]}
 */
export function securityHeaders({ dev, publicUrl }) {
  const headers = [
    ['content-security-policy', dev ? development : strict],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    // Other sites learn nothing. Not `no-referrer`: under it, browsers send plain forms with `Origin: null`, and such a
    // form could not be told from one that another site sends.
    ['referrer-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
  ]
  if (publicUrl?.protocol === 'https:') headers.push(['strict-transport-security', 'max-age=31536000'])
  return headers
}

/** They steer documents and say nothing to a script, a style or a font. */
const FOR_DOCUMENTS = ['content-security-policy', 'x-frame-options', 'referrer-policy', 'permissions-policy',
  'cross-origin-opener-policy']

/**
 * Takes from a part of the build what only a document needs: a page loads a dozen of them, and each kilobyte of headers
 * counts on a slow line. What a browser could open as a document of its own (SVG) keeps them.
 * @param {string} path
 * @param {Record<string, unknown>} headers changed in place
 */
export function lighten(path, headers) {
  if (!path.startsWith('/_next/static/') || !/^(?:application\/javascript|text\/css|font\/)/.test(String(headers['content-type']))) return
  for (const name of FOR_DOCUMENTS) delete headers[name]
}
