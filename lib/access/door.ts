import { hasLocale } from 'next-intl'
import { setRequestLocale } from 'next-intl/server'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import type { NextRequest } from 'next/server'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { type Locale, locales } from '../i18n/locales'
import { log } from '../log'
import { type Actor, anonymous } from './actor'
import { Denied, NotFound, Refused } from './errors'
import { holds, type Permission } from './permissions'
import { actorFromCookie, sessionCookie } from './session'

// The only ways into Haven. Each finds out who is asking, checks the named permission, parses what came
// in and maps errors once. A public door reads no cookie: its answer is the same for everyone.

const identify = async (permission: Permission): Promise<Actor> => {
  if (permission === 'public') return anonymous
  const actor = await actorFromCookie((await cookies()).get(sessionCookie)?.value)
  if (!holds(actor, permission)) throw new Denied()
  return actor
}

interface PageSpec<Shape extends z.ZodRawShape> {
  permission: Permission
  /** The parts of the address besides the locale. */
  params?: Shape
  render: (visit: { actor: Actor; locale: Locale; params: z.infer<z.ZodObject<Shape>> }) => ReactNode | Promise<ReactNode>
}

/**
 * Builds a page. An unknown locale, an address that does not parse, NotFound and Denied all end in the
 * not-found page: a denial looks exactly like something that is not there.
 */
export function page<Shape extends z.ZodRawShape = Record<never, never>>(spec: PageSpec<Shape>) {
  const schema = z.object(spec.params ?? ({} as Shape))
  return async function Page(props: { params: Promise<Record<string, string | string[]>> }) {
    const { locale, ...rest } = await props.params
    if (typeof locale !== 'string' || !hasLocale(locales, locale)) notFound()
    setRequestLocale(locale)
    const params = schema.safeParse(rest)
    if (!params.success) notFound()
    try {
      return await spec.render({ actor: await identify(spec.permission), locale, params: params.data })
    } catch (error) {
      if (error instanceof NotFound || error instanceof Denied) notFound()
      throw error
    }
  }
}

interface RouteSpec<Input extends z.ZodType> {
  permission: Permission
  /** What a POST carries as JSON; a GET has no input. */
  input?: Input
  /** Counts the request before anything of it is read; throws Refused when it is one too many (limit.ts). */
  admit?: (visit: { actor: Actor; request: NextRequest }) => Promise<void>
  handle: (visit: { actor: Actor; input: z.infer<Input>; request: NextRequest }) => unknown
}

/**
 * Builds a JSON route, answered `no-store`. Errors are `{ error: <message key> }`:
 * 400 bad input · 401 not signed in · 404 not found or not yours · 422 refused · 429 too many · 500 ours.
 * A foreign Origin and a body over 256 KB never come this far (scripts/server.mjs).
 */
export function route<Input extends z.ZodType = z.ZodUndefined>(spec: RouteSpec<Input>) {
  return async function handler(request: NextRequest): Promise<Response> {
    try {
      const actor = await identify(spec.permission)
      await spec.admit?.({ actor, request })
      const body: unknown = spec.input ? await request.json().catch(() => undefined) : undefined
      const input = (spec.input ?? z.undefined()).safeParse(body)
      if (!input.success) return answer(400, 'access.errors.badInput')
      const result = await spec.handle({ actor, input: input.data as z.infer<Input>, request })
      return result instanceof Response ? result : Response.json(result, { headers: noStore })
    } catch (error) {
      if (error instanceof Denied) return answer(401, 'access.errors.signIn')
      if (error instanceof NotFound) return answer(404, 'access.errors.notFound')
      if (error instanceof Refused) return answer(error.retryAfterSeconds ? 429 : 422, error.messageKey, error.retryAfterSeconds)
      log.error({ err: error }, 'route failed')
      return answer(500, 'access.errors.unexpected')
    }
  }
}

const noStore = { 'cache-control': 'no-store' }

const answer = (status: number, error: string, retryAfter?: number) =>
  Response.json({ error }, { status, headers: { ...noStore, ...(retryAfter && { 'retry-after': String(retryAfter) }) } })
