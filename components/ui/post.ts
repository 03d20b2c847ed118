import { isRecord } from './is-record'

/**
 * What the server said, or what came in between: `offline`, `failed` (nothing that makes sense came back), or the
 * message key of its refusal, as lib/access/door.ts sends it.
 */
export type Posted<Said> = { said: Said; trouble?: undefined } | { said?: undefined; trouble: string }

/** Posts JSON. Never rejects: the page goes on, and says what happened. */
export const post = <Said>(path: string, body: object): Promise<Posted<Said>> =>
  ask<Said>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** Reads a small personal JSON. Never rejects. */
export const get = <Said>(path: string): Promise<Posted<Said>> => ask<Said>(path, {})

async function ask<Said>(path: string, request: RequestInit): Promise<Posted<Said>> {
  const sent = await fetch(path, request).catch(() => undefined)
  if (!sent) return { trouble: navigator.onLine ? 'failed' : 'offline' }
  // A proxy on the way, or the sign-in page of a public network, may answer with something else.
  const read: unknown = await sent.json().catch(() => undefined)
  if (sent.ok && isRecord(read)) return { said: read as Said }
  return { trouble: isRecord(read) && typeof read.error === 'string' ? read.error : 'failed' }
}
