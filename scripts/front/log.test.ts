import { PassThrough } from 'node:stream'
import pino from 'pino'
import { logOptions } from '@/lib/log-options.mjs'
import { kindOf } from './log.mjs'

describe('kindOf', () => {
  it.each([
    ['/nl/courses/safer-spaces/6.3', 'courses'], ['/en/help?q=secret', 'help'], ['/ar', 'home'], ['/ti/', 'home'],
    ['/api/progress/x', 'api'], ['/_next/static/x.js', 'other'], ['/', 'other'], ['/zz/courses', 'other'],
    ['/en/somebody@example.org', 'other'], ['/en/6.3', 'other'], ['/en?x=/courses', 'home'], ['*', 'other'],
  ])('%s is told as %s', (url, kind) => expect(kindOf(url)).toBe(kind))
})

describe('both logs', () => {
  it('write no personal value, at the top or inside', () => {
    const lines = new PassThrough()
    const log = pino({ ...logOptions, level: 'info' }, lines)
    const personal = { email: 'ada@x', name: 'Lovelace', token: 't0ken', secret: 's3cret', cookie: 'c00kie', authorization: 'Bearer' }
    const refused = Object.assign(new Error('duplicate key'), { detail: 'Key (email)=(ada@x) already exists.' })
    log.info({ ...personal, person: personal, err: refused }, 'written')
    const line = String(lines.read())
    expect(line).toContain('written')
    for (const value of Object.values(personal)) expect(line).not.toContain(value)
  })

  it('write as much as LOG_LEVEL says', async () => {
    const said = process.env.LOG_LEVEL
    process.env.LOG_LEVEL = 'error'
    jest.resetModules()
    const [front, application] = await Promise.all([import('./log.mjs'), import('@/lib/log')])
    expect([front.log.level, application.log.level]).toEqual(['error', 'error'])
    if (said === undefined) delete process.env.LOG_LEVEL
    else process.env.LOG_LEVEL = said
  })
})
