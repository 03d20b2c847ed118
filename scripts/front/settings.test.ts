import { settingsFrom } from './settings.mjs'

describe('settingsFrom', () => {
  it('has an answer for everything that is not said', () =>
    expect(settingsFrom({}, [])).toEqual({
      dev: false,
      port: 3000,
      host: 'localhost',
      publicUrl: undefined,
      trustProxy: false,
      leaveUrl: 'https://www.wikipedia.org/',
      databaseUrl: undefined,
    }))

  it('takes what is said', () => {
    const publicUrl = 'https://learn.example/'
    const leaveUrl = 'https://news.example/today'
    const databaseUrl = 'postgres://x'
    const addresses = { PUBLIC_URL: publicUrl, LEAVE_URL: leaveUrl, DATABASE_URL: databaseUrl }
    const env = { PORT: '80', HOST: '::', TRUST_PROXY: '1', ...addresses }
    expect(settingsFrom(env, ['--dev'])).toEqual({
      dev: true, port: 80, host: '::', publicUrl: new URL(publicUrl), trustProxy: true, leaveUrl, databaseUrl,
    })
  })

  it.each([
    [{ PORT: 'http' }, 'PORT'], [{ PORT: '70000' }, 'PORT'], [{ LEAVE_URL: 'wikipedia.org' }, 'LEAVE_URL'],
    [{ LEAVE_URL: 'javascript:alert(1)' }, 'LEAVE_URL'], [{ PUBLIC_URL: 'learn.example' }, 'PUBLIC_URL'],
  ])('names the setting it cannot use: %j', (env, name) => expect(() => settingsFrom(env, [])).toThrow(name))

  it.each([{ PUBLIC_URL: 'https://learn.example' }, { HOST: '0.0.0.0' }])(
    'refuses a demonstration that others could reach: %j', (env) => {
      expect(() => settingsFrom({ ...env, DEMO: '1' }, [])).toThrow(/^DEMO is on/)
      expect(settingsFrom({ ...env, DEMO: '0' }, []).port).toBe(3000)
      expect(settingsFrom(env, []).port).toBe(3000)
    })

  it.each(['0', 'false', 'no', ''])('trusts no proxy for TRUST_PROXY=%s', (text) =>
    expect(settingsFrom({ TRUST_PROXY: text }, []).trustProxy).toBe(false))
})
