/**
 * The doors run as they are, down to the sealed cookie. Only what Next itself answers inside a request is stubbed,
 * because no Next runs in Jest: the cookies of the request, and notFound(), which ends the page by throwing.
 */
import { NextRequest } from 'next/server'
import { z } from 'zod'
import { log } from '../log'
import { page, route } from './door'
import { Denied, NotFound, Refused } from './errors'

const mockCookies = jest.fn(async () => ({ get: (): { value: string } | undefined => undefined }))
class MockMissing extends Error {}
jest.mock('next/headers', () => ({ cookies: () => mockCookies() }))
jest.mock('next/navigation', () => ({
  notFound: () => {
    throw new MockMissing()
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
    [new Error('password of the database'), 500, 'access.errors.unexpected', null],
    ['thrown by something else', 500, 'access.errors.unexpected', null],
  ])('answers %s with %i, and tells no more than the key', async (error, status, key, retryAfter) => {
    expect(await seen(await failing(error)(get()))).toEqual({ status, body: { error: key }, retryAfter })
  })

  it('reads no cookie at a public door', async () => {
    await route({ permission: 'public', handle: () => 1 })(get())
    expect(mockCookies).not.toHaveBeenCalled()
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
