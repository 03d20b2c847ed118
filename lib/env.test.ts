import fc from 'fast-check'
import { credentialOf, factsOf } from './certificates/credential'
import { env as _env } from './env'

/** The address of a site whose setting is this, as a server reads it at its start. */
function siteOf(PUBLIC_URL: string | undefined): string {
  const before = process.env
  process.env = { ...before, AUTH_SECRET: 'x'.repeat(32), PORT: '3000', DEMO: '0', PUBLIC_URL }
  try {
    let site = ''
    jest.isolateModules(() => {
      const { siteUrl } = jest.requireActual<{ env: typeof _env; siteUrl: () => string }>('./env')
      site = siteUrl()
    })
    return site
  } finally {
    process.env = before
  }
}

const facts = {
  code: 'K7Q2M4XT9B6Z0HVN3RJ8WYE5PC', name: 'Sam', courseId: 'safer-spaces', courseTitle: 'Safer spaces',
  pathTitle: 'Essentials', version: 3, minutes: 69, issuedAt: '2026-11-21T10:00:00Z', validUntil: '2028-11-21T10:00:00Z',
  locale: 'en', statusIndex: 4711, issuer: { did: `did:key:z${'6'.repeat(47)}`, name: 'Haven' },
} as const

describe('siteUrl', () => {
  it.each([
    ['https://häven.be', 'https://xn--hven-loa.be'], ['HTTPS://Learn.Example:8443/', 'https://learn.example:8443'],
    ['https://learn.example:443', 'https://learn.example'], ['http://[::1]:3000/', 'http://[::1]:3000'],
    ['', 'http://localhost:3000'], [undefined, 'http://localhost:3000'],
  ])('of %s is %s', (setting, site) => expect(siteOf(setting)).toBe(site))

  it.each([
    'https://x.be/haven', 'https://x.be/a~b', 'https://x.be/?a=1', 'https://x.be/#a', 'https://me:secret@x.be', 'ftp://x.be',
    'https://a~b.be', 'learn.example',
  ])('refuses %s, which the site cannot be served under', (setting) => expect(() => siteOf(setting)).toThrow('PUBLIC_URL'))

  it('can always stand on a certificate', () =>
    fc.assert(fc.property(fc.oneof(fc.webUrl(), fc.domain().map((name) => `https://${name}`), fc.string().map((name) => `https://${name}`)), (setting) => {
      let site
      try {
        site = siteOf(setting)
      } catch { // refused at the start: nothing is ever issued
        return
      }
      expect(factsOf(credentialOf({ ...facts, site }))).toMatchObject({ site })
    }), { numRuns: 60 }))
})
