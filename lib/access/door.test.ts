/**
 * The doors run as they are, down to the sealed cookie. Only what Next itself answers inside a request is stubbed,
 * because no Next runs in Jest: the cookies and headers of the request, and what ends a page by throwing.
 */
import { NextRequest } from 'next/server'
import { z } from 'zod'
import { log } from '../log'
import { action, page, route } from './door'
import { Denied, NotFound, Refused } from './errors'

const mockCookies = jest.fn(async () => ({ get: (): { value: string } | undefined => undefined }))
const mockHeaders = jest.fn(async () => new Headers())
class MockMissing extends Error {}
class MockLed extends Error {}
jest.mock('next/headers', () => ({ cookies: () => mockCookies(), headers: () => mockHeaders() }))
jest.mock('next/navigation', () => ({
  notFound: () => {
    throw new MockMissing()
  },
  redirect: (to: string) => {
    throw new MockLed(to)
  },
  unstable_rethrow: (error: unknown) => {
    if (error instanceof MockMissing || error instanceof MockLed) throw error
  },
}))
jest.mock('next-intl/server', () => ({ setRequestLocale: () => undefined }))

beforeAll(() => void (log.level = 'silent'))
beforeEach(() => mockCookies.mockClear())

const get = () => new NextRequest('http://localhost/api/x')
const post = (body: string) => new NextRequest('http://localhost/api/x', { method: 'POST', body })
const failing = (error: unknown) =>
  route({
    permission: 'public',
    handle: () => {
      throw error
    },
  })

async function seen(response: Response) {
  expect(response.headers.get('cache-control')).toBe('no-store')
  return { status: response.status, body: await response.json(), retryAfter: response.headers.get('retry-after') }
}

describe('route', () => {
  it('hands over what parses, and answers with what comes back', async () => {
    const add = route({ permission: 'public', input: z.object({ n: z.int() }), handle: ({ input }) => ({ n: input.n + 1 }) })
    expect(await seen(await add(post('{"n":1,"admin":true}')))).toEqual({ status: 200, body: { n: 2 }, retryAfter: null })
  })

  it.each(['{"n":"1"}', '{"n":1.5}', '{}', '[]', 'null', '{"n":', ''])('answers 400 to %s, and handles nothing', async (body) => {
    const handle = jest.fn()
    const response = await route({ permission: 'public', input: z.object({ n: z.int() }), handle })(post(body))
    expect(await seen(response)).toEqual({ status: 400, body: { error: 'access.errors.badInput' }, retryAfter: null })
    expect(handle).not.toHaveBeenCalled()
  })

  it('answers 401 to whoever is not signed in, before it looks at what was sent', async () => {
    const handle = jest.fn()
    const response = await route({ permission: 'progress.record', input: z.object({ n: z.int() }), handle })(post('{'))
    expect(await seen(response)).toEqual({ status: 401, body: { error: 'access.errors.signIn' }, retryAfter: null })
    expect(handle).not.toHaveBeenCalled()
    expect(mockCookies).toHaveBeenCalledTimes(1)
  })

  it.each([
    [new Denied(), 401, 'access.errors.signIn', null],
    [new NotFound('lesson 9.9 of somebody'), 404, 'access.errors.notFound', null],
    [new Refused('quizzes.errors.notDrawn'), 422, 'quizzes.errors.notDrawn', null],
    [new Refused('access.errors.tooMany', 17), 429, 'access.errors.tooMany', '17'],
    [new Error('violates foreign key constraint "ProgressEvent_personId_fkey"'), 401, 'access.errors.signIn', null],
    [new Error('Foreign key constraint violated on the constraint: `AttemptResult_attemptId_fkey`'), 404, 'access.errors.notFound', null],
    [Object.assign(new Error('no record to update'), { code: 'P2025' }), 404, 'access.errors.notFound', null],
    [new Error('password of the database'), 500, 'access.errors.unexpected', null],
    ['thrown by something else', 500, 'access.errors.unexpected', null],
  ])('answers %s with %i, and tells no more than the key', async (error, status, key, retryAfter) => {
    expect(await seen(await failing(error)(get()))).toEqual({ status, body: { error: key }, retryAfter })
  })

  it('reads no cookie at a public door', async () => {
    await route({ permission: 'public', handle: () => 1 })(get())
    expect(mockCookies).not.toHaveBeenCalled()
  })

  it('hands over the parts of its address, and finds nothing where they do not parse', async () => {
    const double = route({ permission: 'public', params: { n: z.string().regex(/^\d$/).transform(Number) }, handle: ({ params }) => ({ n: 2 * params.n }) })
    const at = (n: string) => ({ params: Promise.resolve({ n }) })
    expect(await seen(await double(get(), at('4')))).toEqual({ status: 200, body: { n: 8 }, retryAfter: null })
    expect(await seen(await double(get(), at('x')))).toEqual({ status: 404, body: { error: 'access.errors.notFound' }, retryAfter: null })
  })
})

describe('page', () => {
  const visit = (params: Record<string, string | string[]>) => ({ params: Promise.resolve({ locale: 'en', ...params }) })
  const number = { number: z.string().regex(/^\d$/) }

  it('shows what its address names, and reads no cookie at a public door', async () => {
    const Page = page({ permission: 'public', params: number, render: ({ actor, locale, params }) => `${actor.kind} ${locale} ${params.number}` })
    expect(await Page(visit({ locale: 'ar', number: '7' }))).toBe('anonymous ar 7')
    expect(mockCookies).not.toHaveBeenCalled()
  })

  it.each<Record<string, string | string[]>>([{ number: '77' }, { number: ['7'] }, {}, { locale: 'de', number: '7' }, { locale: ['en'], number: '7' }])(
    'is not found at %j',
    async (params) => {
      const render = jest.fn()
      await expect(page({ permission: 'public', params: number, render })(visit(params))).rejects.toBeInstanceOf(MockMissing)
      expect(render).not.toHaveBeenCalled()
    },
  )

  it.each([new NotFound(), new Denied()])('is not found when it meets %s', async (error) => {
    const Page = page({ permission: 'public', render: () => Promise.reject(error) })
    await expect(Page(visit({}))).rejects.toBeInstanceOf(MockMissing)
  })

  it('is not found for whoever may not enter, and renders nothing', async () => {
    const render = jest.fn()
    await expect(page({ permission: 'progress.record', render })(visit({}))).rejects.toBeInstanceOf(MockMissing)
    expect(render).not.toHaveBeenCalled()
    expect(mockCookies).toHaveBeenCalledTimes(1)
  })

  it('hides no fault of ours behind a page that is not found', async () => {
    const fault = new Error('ours')
    await expect(page({ permission: 'public', render: () => Promise.reject(fault) })(visit({}))).rejects.toBe(fault)
  })
})

describe('action', () => {
  const input = z.strictObject({ email: z.email('people.errors.email'), locale: z.enum(['en', 'nl']) })
  const own = { origin: 'http://localhost:3000', host: 'localhost:3000' }
  const from = (headers: Record<string, string>) => mockHeaders.mockResolvedValue(new Headers(headers))
  const form = (values: Record<string, string>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(values)) data.append(name, value)
    return data
  }
  const fits = { email: 'a@example.org', locale: 'en' }
  beforeEach(() => from(own))

  it('hands over what fits the schema of the form, and the network it came from', async () => {
    const handle = jest.fn(({ input: { email } }) => ({ sent: email }))
    from({ ...own, 'x-forwarded-for': '203.0.113.9' })
    expect(await action({ permission: 'public', input, handle })(null, form(fits))).toEqual({ ok: true, sent: fits.email })
    expect(handle).toHaveBeenCalledWith(expect.objectContaining({ input: fits, network: '203.0.113' }))
    expect(mockCookies).not.toHaveBeenCalled()
  })

  it('gives every field its message, and everything typed back', async () => {
    const handle = jest.fn()
    const typed = { email: 'nobody', locale: 'en' }
    expect(await action({ permission: 'public', input, handle })(null, form(typed))).toEqual({ ok: false, errors: { email: 'people.errors.email' }, values: typed })
    expect(handle).not.toHaveBeenCalled()
  })

  it.each<[string, Record<string, string>]>([
    ['no origin', { host: own.host }],
    ['another origin', { ...own, origin: 'https://evil.example' }],
    ['another origin that a made-up forwarded host fits', { ...own, origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }],
    ['an opaque origin', { ...own, origin: 'null' }],
  ])('does nothing for a request with %s', async (_name, headers) => {
    const handle = jest.fn()
    from(headers)
    expect(await action({ permission: 'public', input, handle })(null, form(fits))).toMatchObject({ ok: false, error: 'access.errors.badInput' })
    expect(handle).not.toHaveBeenCalled()
  })

  it.each<[string, unknown]>([
    ['no form', undefined],
    ['a record in place of a form', fits],
    ['a field that is not of the form', form({ ...fits, admin: 'yes' })],
    ['a record in place of a text', { email: { not: '' }, locale: 'en' }],
  ])('handles nothing for %s', async (_name, sent) => {
    const handle = jest.fn()
    expect(await action({ permission: 'public', input, handle })(null, sent as FormData)).toMatchObject({ ok: false, error: 'access.errors.badInput' })
    expect(handle).not.toHaveBeenCalled()
  })

  it('asks whoever is not signed in to do so, before it looks at what was sent', async () => {
    const handle = jest.fn()
    const answer = await action({ permission: 'account.own', input, handle })(null, form({ email: 'nobody', locale: 'en' }))
    expect(answer).toEqual({ ok: false, errors: {}, error: 'access.errors.signIn', values: { email: 'nobody', locale: 'en' } })
    expect(handle).not.toHaveBeenCalled()
  })

  it.each([
    [new NotFound('lesson 9.9 of somebody'), { error: 'access.errors.notFound' }],
    [new Refused('people.errors.code'), { error: 'people.errors.code' }],
    [new Refused('access.errors.tooMany', 17), { error: 'access.errors.tooMany', retryAfter: 17 }],
    [new Error('password of the database'), { error: 'access.errors.unexpected' }],
  ])('tells of %s no more than the key, and keeps what was typed', async (error, said) => {
    const failing = action({ permission: 'public', input, handle: () => Promise.reject(error) })
    expect(await failing(null, form(fits))).toEqual({ ok: false, errors: {}, values: fits, ...said })
  })

  it('leads on by itself where no script can, and leaves it to the form where one does', async () => {
    const go = action({ permission: 'public', input, handle: () => ({ to: '/en/learn' }) })
    await expect(go(null, form(fits))).rejects.toEqual(new MockLed('/en/learn'))
    from({ ...own, 'next-action': '7f' })
    expect(await go(null, form(fits))).toEqual({ ok: true, to: '/en/learn' })
  })
})
