import type { NextApiRequest, NextApiResponse } from 'next'
import type { AuthOptions } from 'next-auth'
import NextAuth from 'next-auth/next'
import Credentials from 'next-auth/providers/credentials'
import { env } from '../env'
import { log } from '../log'
import { sessionCookie, sessionLimits } from './session'

/** What a sign-in opened. */
export interface Opened {
  sessionId: string
  personId: string
}

// next-auth checks its own token against forgery, asks `authorize`, and seals the cookie. It is called from our server
// function, whose door has already checked where the request comes from: no address of next-auth is open to the world.

/**
 * @param open checks what was entered and opens a UserSession; what it throws is thrown on
 * @returns the sealed value of the session cookie
 */
export async function sealSession<Result extends Opened>(
  shared: boolean,
  open: () => Promise<Result>,
): Promise<{ token: string; opened: Result }> {
  let outcome: { opened: Result } | { error: unknown } | undefined
  const options = optionsFor(shared, async () => {
    try {
      const opened = await open()
      outcome = { opened }
      return { id: opened.sessionId }
    } catch (error) { // next-auth would turn it into an address with the message in it
      outcome = { error }
      return null
    }
  })
  const pair = await call(options, { method: 'GET', route: ['csrf'] })
  const { csrfToken } = pair.body as { csrfToken: string }
  const answer = await call(options, {
    method: 'POST',
    route: ['callback', 'code'],
    cookies: pair.cookies,
    body: { csrfToken, json: 'true' },
  })
  if (outcome && 'error' in outcome) throw outcome.error
  const token = answer.cookies[sessionCookie]
  if (!outcome || !token) throw new Error('next-auth opened no session')
  return { token, opened: outcome.opened }
}

function optionsFor(shared: boolean, authorize: () => Promise<{ id: string } | null>): AuthOptions {
  const maxAge = (shared ? sessionLimits.shared : sessionLimits.private).life / 1000
  return {
    secret: env().AUTH_SECRET,
    providers: [Credentials({ id: 'code', name: 'code', credentials: {}, authorize })],
    session: { strategy: 'jwt', maxAge },
    jwt: { maxAge },
    useSecureCookies: true,
    cookies: { sessionToken: { name: sessionCookie, options: { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } } },
    // The token names a session and nothing else: no name, no address, no id of a person.
    callbacks: { jwt: ({ user }) => ({ sid: user.id }) },
    logger: {
      error: (code) => log.error({ code }, 'sign-in'),
      warn: () => undefined, // it misses an address of its own, which it is not meant to have
      debug: () => undefined,
    },
  }
}

interface Asked {
  method: 'GET' | 'POST'
  route: string[]
  cookies?: Record<string, string>
  body?: Record<string, string>
}

/** Asks next-auth as Next's own server would, and reads what it answers. */
async function call(options: AuthOptions, { method, route, cookies = {}, body }: Asked) {
  const said: { body?: unknown; cookies: Record<string, string> } = { cookies: {} }
  const headers = new Map<string, unknown>()
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name),
    setHeader: (name: string, value: unknown) => void headers.set(name, value),
    end: () => undefined,
    send: (sent: unknown) => void (said.body = sent),
    json: (sent: unknown) => void (said.body = sent),
  }
  const request = { method, query: { nextauth: route }, cookies, headers: {}, body }
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options)
  for (const cookie of (headers.get('Set-Cookie') ?? []) as string[]) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    said.cookies[name] = decodeURIComponent(value)
  }
  return said
}
