import { claimable, claimChecks, unclaimed } from './claim-checks'
import { subscribe } from './device'
import { aside, exchange, queued, unsent } from './exchange'
import { isShared } from './is-shared'
import { setSyncState, type SyncState } from './sync-state'
import { who } from './who'

// Keeps a device and an account the same, as long as a page is open. Loaded only where somebody is signed in.

const second = 1_000
const minute = 60 * second
/** Several things done in a row travel together; less long where nothing outlives the page for certain. */
const gathering = { private: 2 * second, shared: second / 2 }
/** Someone at work asks for news of their other devices, which also keeps the session awake. */
const newsEvery = 5 * minute

let whose: string | undefined
let due: ReturnType<typeof setTimeout> | undefined
let failures = 0
/** Nobody is signed in any more, or somebody else: all stays here until this person is back. */
let stopped = false
let asked = 0
let last: Promise<SyncState> = Promise.resolve('busy')
let waiting: Promise<SyncState> | undefined

/** @param person whose page this is (who.ts) */
export function begin(person: string): void {
  if (whose) return
  whose = person
  const shared = isShared(person)
  subscribe(() => hasWork() && later(shared ? gathering.shared : gathering.private))
  addEventListener('online', settle)
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'visible' || hasWork()) && settle())
  for (const type of ['pointerdown', 'keydown', 'wheel'])
    addEventListener(type, () => !stopped && Date.now() - asked > newsEvery && settle(), { capture: true, passive: true })
  if (shared) watch(person)
  void settle()
}

/** Without a network its part may not come; somebody at a shared computer must not go unwatched for that. */
const watch = (person: string) =>
  void import('./quiet').then(({ watchQuiet }) => watchQuiet(person), () => addEventListener('online', () => watch(person), { once: true }))

const hasWork = () => queued().length > 0 || claimable().length > 0

/** Whether the server has left something here. */
const isLeft = () => unsent().some(({ id }) => aside.has(id)) || unclaimed().some(({ mark }) => aside.has(mark))

function later(time: number) {
  if (stopped) return
  // What failed waits its time; what is new must not hurry it.
  due ??= setTimeout(() => {
    due = undefined
    if (!stopped && (hasWork() || failures > 0)) void settle()
  }, time)
}

/** Sends and fetches, one after the other in all tabs. Resolves with what came of it, and never rejects. */
export function settle(): Promise<SyncState> {
  asked = Date.now()
  return (waiting ??= last.then(() => {
    waiting = undefined
    clearTimeout(due)
    due = undefined
    return (last = alone(turn).catch(() => 'failed'))
  }))
}

/** Two tabs that send the same do no harm, so a browser without locks does without. */
const alone = (work: () => Promise<SyncState>): Promise<SyncState> =>
  navigator.locks ? navigator.locks.request(`haven.sync.${whose}`, work) : work()

async function turn(): Promise<SyncState> {
  // Somebody else has signed in, or nobody: what is kept here is not theirs.
  const trouble = whose && who() === whose ? await both(whose) : 'access.errors.signIn'
  const state = stateOf(trouble)
  stopped = state === 'signIn'
  failures = stopped || !trouble ? 0 : failures + 1
  setSyncState(state)
  return state
}

async function both(person: string): Promise<string | undefined> {
  const trouble = await exchange(person)
  if (trouble) return trouble
  const { news, trouble: unclaimable } = await claimChecks(person)
  return unclaimable ?? (news ? exchange(person) : undefined)
}

function stateOf(trouble: string | undefined): SyncState {
  if (!trouble) return isLeft() ? 'failed' : 'sent'
  if (trouble === 'access.errors.signIn') return 'signIn'
  // The limits of lib/access/limit.ts count by the minute.
  const wait = trouble === 'access.errors.tooMany' ? minute : Math.min(5 * minute, 2 ** failures * 5 * second)
  later(wait * (1 + Math.random() / 4))
  return trouble === 'offline' ? 'offline' : 'failed'
}
