import { cookies } from 'next/headers'
import { sealOf } from './derive'
import { sessionCookie, sessionIdOf } from './session'

/** Binds a code to the browser that asked for it. */
const signInCookie = '__Host-signin'
/** Tells scripts who is signed in, in a way that means nothing elsewhere (components/people/account.ts). The server never trusts it. */
const whoCookie = '__Host-who'

const sealed = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const

/** A name for a person that is the same on every device and leads back to nobody: 22 letters. */
export const ownerOf = (personId: string): string => sealOf('owner', personId).subarray(0, 16).toString('base64url')

/** @param secret 32 random bytes, of which only the hash is stored; @param seconds how long the code holds */
export async function writeSignIn(secret: Uint8Array, seconds: number): Promise<void> {
  ;(await cookies()).set(signInCookie, Buffer.from(secret).toString('base64url'), { ...sealed, maxAge: seconds })
}

/** The secret of a sign-in that was begun in this browser. */
export async function readSignIn(): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const text = (await cookies()).get(signInCookie)?.value
  if (!text || !/^[\w-]{43}$/.test(text)) return undefined
  return new Uint8Array(Buffer.from(text, 'base64url'))
}

/** The id of the session in this browser's cookie, whether or not it still holds. */
export const readSessionId = async (): Promise<string | undefined> => sessionIdOf((await cookies()).get(sessionCookie)?.value)

/**
 * Puts a session into the browser, and forgets the sign-in that led to it.
 * @param expires on a private device; on a shared computer both cookies end with the browser
 */
export async function writeSession(token: string, personId: string, expires: Date | undefined): Promise<void> {
  const jar = await cookies()
  const life = expires && { expires }
  jar.set(sessionCookie, token, { ...sealed, ...life })
  jar.set(whoCookie, `${expires ? 'private' : 'shared'}.${ownerOf(personId)}`, { ...sealed, httpOnly: false, ...life })
  jar.set(signInCookie, '', { ...sealed, maxAge: 0 })
}

/** Takes the session out of the browser. */
export async function clearSession(): Promise<void> {
  const jar = await cookies()
  for (const name of [sessionCookie, whoCookie, signInCookie]) jar.set(name, '', { ...sealed, httpOnly: name !== whoCookie, maxAge: 0 })
}
