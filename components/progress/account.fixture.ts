import type { ProgressEvent } from '@/lib/progress/event'

/** What the cookie says of somebody at their own device, and at a shared computer. */
export const owned = (person: string, kind: 'private' | 'shared' = 'private') => `${kind}.${person.padEnd(22, '-')}`

/** Puts the cookie in place for scripts; undefined: nobody is signed in. */
export function signedIn(whose: string | undefined): void {
  Object.defineProperty(document, 'cookie', { configurable: true, get: () => (whose ? `__Host-who=${whose}` : ''), set: () => {} })
}

interface Asked {
  path: string
  body: { owner?: string; events?: ProgressEvent[]; after?: string; candidate?: string }
}

/**
 * An account behind `fetch`, as the routes answer. `trouble` makes the next answers go wrong: a status with its error,
 * `lost` (done, and the answer does not arrive) or `offline`. `gate.reads` says which events it can read, `gate.owner`
 * whose session the browser has by now; undefined: whoever asks. `gate.heard` is called with each request.
 */
export function account() {
  const ledger = new Map<string, ProgressEvent>()
  const asked: Asked[] = []
  const claimed: string[] = []
  const gate = { reads: (_event: ProgressEvent): boolean => true, owner: undefined as string | undefined, heard: async (_path: string) => {} }
  const trouble: ({ status: number; error: string } | 'lost' | 'offline')[] = []
  const answer = (body: unknown, status = 200) => ({ ok: status < 400, status, json: async () => JSON.parse(JSON.stringify(body)) as unknown })

  globalThis.fetch = (async (path: string, { body }: { body: string }) => {
    const sent = JSON.parse(body) as Asked['body']
    asked.push({ path, body: sent })
    const wrong = trouble.shift()
    if (wrong === 'offline') throw new TypeError('network')
    if (wrong && wrong !== 'lost') return answer({ error: wrong.error }, wrong.status)
    if (gate.owner && gate.owner !== sent.owner) return answer({ error: 'access.errors.signIn' }, 401)
    await gate.heard(path)
    const said = path === '/api/progress' ? record(sent) : claim(sent)
    if (wrong === 'lost') throw new TypeError('network')
    return answer(said)
  }) as unknown as typeof fetch

  function record({ events: came = [], after = '0' }: Asked['body']) {
    const events = came.filter(gate.reads)
    for (const event of events) if (!ledger.has(event.id)) ledger.set(event.id, event)
    const fresh = [...ledger.values()].slice(Number(after))
    const own = new Set(events.map(({ id }) => id))
    return { stored: [...own], events: fresh.filter(({ id }) => !own.has(id)), cursor: String(ledger.size), more: false }
  }
  function claim({ candidate }: Asked['body']) {
    claimed.push(candidate!)
    return { passed: [...ledger.values()].some(({ kind }) => kind === 'check.passed') }
  }
  return { ledger, asked, claimed, trouble, gate }
}
