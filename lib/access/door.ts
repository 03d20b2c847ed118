import { hasLocale } from 'next-intl'
import { setRequestLocale } from 'next-intl/server'
import { cookies, headers } from 'next/headers'
import { notFound, redirect, unstable_rethrow } from 'next/navigation'
import type { NextRequest } from 'next/server'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { env } from '../env'
import { type FormState, type Values, valuesOf } from '../form-state'
import { type Locale, locales } from '../i18n/locales'
import { log } from '../log'
import { type Actor, anonymous } from './actor'
import { addressPrefix } from './address'
import { Denied, goneMeanwhile, NotFound, Refused } from './errors'
import { isOwnOrigin } from './origin'
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

interface RouteSpec<Input extends z.ZodType, Shape extends z.ZodRawShape> {
  permission: Permission
  /** The parts of the address. What does not parse is not there. */
  params?: Shape
  /** What a POST carries as JSON; a GET has no input. */
  input?: Input
  /** Counts the request before anything of it is read; throws Refused when it is one too many (limit.ts). `network`: see address.ts */
  admit?: (visit: { actor: Actor; network: string | undefined }) => Promise<void>
  handle: (visit: { actor: Actor; params: z.infer<z.ZodObject<Shape>>; input: z.infer<Input>; request: NextRequest }) => unknown
}

/**
 * Builds a JSON route, answered `no-store`. Errors are `{ error: <message key> }`:
 * 400 bad input · 401 not signed in · 404 not found or not yours · 422 refused · 429 too many · 500 ours.
 * A foreign Origin and a body over 256 KB never come this far (scripts/server.mjs).
 */
export function route<Input extends z.ZodType = z.ZodUndefined, Shape extends z.ZodRawShape = Record<never, never>>(
  spec: RouteSpec<Input, Shape>,
) {
  const address = z.object(spec.params ?? ({} as Shape))
  return async function handler(request: NextRequest, at?: { params: Promise<Record<string, string | string[]>> }): Promise<Response> {
    try {
      const actor = await identify(spec.permission)
      await spec.admit?.({ actor, network: addressPrefix(request.headers.get('x-forwarded-for')) })
      const params = address.safeParse((await at?.params) ?? {})
      if (!params.success) throw new NotFound()
      const body: unknown = spec.input ? await request.json().catch(() => undefined) : undefined
      const input = (spec.input ?? z.undefined()).safeParse(body)
      if (!input.success) return answer(400, 'access.errors.badInput')
      const result = await spec.handle({ actor, params: params.data, input: input.data as z.infer<Input>, request })
      return result instanceof Response ? result : Response.json(result, { headers: noStore })
    } catch (thrown) {
      const error = goneMeanwhile(thrown) ?? thrown
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

interface ActionSpec<Input extends z.ZodObject, Said extends object> {
  permission: Permission
  /** The schema of the form itself: strict, strings only; messages are message keys. */
  input: Input
  /**
   * What is answered is merged into `{ ok: true }`. With `to`, an address of ours, the person is led there.
   * `network`: see address.ts. A public action reads cookies itself where it has to (cookies.ts).
   */
  handle: (visit: { actor: Actor; input: z.infer<Input>; network: string | undefined }) => Said | Promise<Said>
}

/**
 * Builds a server function for a form (lib/form-state.ts, components/ui/use-action-form.ts). It can be posted to any
 * address by anybody, so it checks where it comes from, who is asking and what came in, like every door. What goes wrong
 * comes back as message keys, with everything that was typed.
 *
 * ```ts
 * export const rename = action({ permission: 'account.own', input: nameSchema, handle: ({ actor, input }) => renamePerson(actor, input) })
 * ```
 */
export function action<Input extends z.ZodObject, Said extends object>(spec: ActionSpec<Input, Said>) {
  return async function act(_before: FormState<Said> | null, form: FormData): Promise<FormState<Said>> {
    const values = valuesOf(form)
    try {
      const head = await headers()
      if (!values || !isOwnOrigin(head, env().PUBLIC_URL)) return refusal({}, 'access.errors.badInput')
      const actor = await identify(spec.permission)
      const input = spec.input.safeParse(values)
      if (!input.success) return unfit(values, input.error.issues)
      const said = await spec.handle({ actor, input: input.data, network: addressPrefix(head.get('x-forwarded-for')) })
      // With scripts the form itself goes on, by a page of its own; without them the answer has to.
      if ('to' in said && !head.has('next-action')) redirect(String(said.to))
      return { ok: true, ...said }
    } catch (thrown) {
      unstable_rethrow(thrown)
      const error = goneMeanwhile(thrown) ?? thrown
      if (error instanceof Denied) return refusal(values ?? {}, 'access.errors.signIn')
      if (error instanceof NotFound) return refusal(values ?? {}, 'access.errors.notFound')
      if (error instanceof Refused) return refusal(values ?? {}, error.messageKey, error.retryAfterSeconds)
      log.error({ err: error }, 'action failed')
      return refusal(values ?? {}, 'access.errors.unexpected')
    }
  }
}

const refusal = (values: Values, error: string, retryAfter?: number) =>
  ({ ok: false, errors: {}, error, values, ...(retryAfter && { retryAfter }) }) as const

/** One message for each field, the first. What belongs to no field was not sent by our form. */
function unfit(values: Values, issues: readonly z.core.$ZodIssue[]) {
  const errors: Values = {}
  for (const { code, path, message } of issues) {
    if (code === 'unrecognized_keys' || typeof path[0] !== 'string') return refusal(values, 'access.errors.badInput')
    errors[path[0]] ??= message.includes('.errors.') ? message : 'access.errors.badInput'
  }
  return { ok: false, errors, values } as const
}
