import fc from 'fast-check'
import { aboutSignIn, demoFrom } from './demo.mjs'

const publicUrl = 'https://learn.example'
const loopback = fc.constantFrom(undefined, '', '127.0.0.1', '127.8.9.1', 'localhost', '::1')
const open = fc.constantFrom('0.0.0.0', '::', '192.168.1.4', 'learn.example', '10.0.0.1', '127.0.0.1.example')

describe('demoFrom', () => {
  it('is a demonstration on a fresh clone, and as long as nobody else can reach it', () =>
    fc.assert(fc.property(loopback, fc.constantFrom(undefined, ''), (HOST, empty) => {
      expect(demoFrom({ HOST, DEMO: empty, PUBLIC_URL: empty, SMTP_URL: empty, TRUST_PROXY: empty })).toBe(true)
    })))

  it.each([
    { PUBLIC_URL: publicUrl }, { HOST: '0.0.0.0' }, { SMTP_URL: 'smtp://mail.example' }, { TRUST_PROXY: '1' },
    { DEMO: '0' }, { DEMO: 'false' }, { DEMO: '0', HOST: '::' }, { DEMO: '0', PUBLIC_URL: publicUrl },
  ])('is none for %j', (env) => expect(demoFrom(env)).toBe(false))

  it.each([{ SMTP_URL: 'smtp://mail.example' }, { HOST: 'localhost' }])(
    'is one where DEMO asks for it: %j', (env) => expect(demoFrom({ ...env, DEMO: '1' })).toBe(true))

  it('refuses a demonstration that others could reach, whatever else is set', () =>
    fc.assert(fc.property(
      fc.constantFrom('1', 'true', 'YES'), loopback, open, fc.boolean(),
      (DEMO, near, far, byAddress) => {
        const env = byAddress ? { DEMO, HOST: near, PUBLIC_URL: publicUrl } : { DEMO, HOST: far }
        expect(() => demoFrom(env)).toThrow(/^DEMO is on and (PUBLIC_URL|HOST) is \S+: anybody could/)
      },
    )))

  it('refuses a demonstration behind a proxy', () =>
    expect(() => demoFrom({ DEMO: '1', TRUST_PROXY: '1' })).toThrow(/^DEMO is on and TRUST_PROXY says/))
})

describe('aboutSignIn', () => {
  it('says that a demonstration is one', () =>
    expect(aboutSignIn({ demo: true, dev: false })).toMatch(/^This is a demonstration/))
  it('says when nobody can sign in', () =>
    expect(aboutSignIn({ demo: false, dev: false })).toMatch(/SMTP_URL/))
  it('is silent when all is well', () => {
    expect(aboutSignIn({ demo: false, dev: false, SMTP_URL: 'smtp://mail.example' })).toBeUndefined()
    expect(aboutSignIn({ demo: false, dev: true })).toBeUndefined()
  })
})
