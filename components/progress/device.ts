import type { Fact } from '@/lib/progress/event'
import { type Progress, reduce } from '@/lib/progress/reduce'
import { type KeptEvent, type Shelf, shelf } from './shelf'
import { stamp } from './stamp'
import { who } from './who'

// The log and the notes of one person on this device, or of whoever learns here without an account. All of it is small,
// so it is read once and then lives in memory: what a person does shows at once, is written behind it, and told to the
// other tabs. Nothing is sent from here: with an account, sync.ts does that.

/** What a view needs to know about a course; the same object until something of it changes. */
export interface DeviceProgress {
  progress: Progress
  /** What was kept before has been read; until then `progress` holds only what was done on this page. */
  ready: boolean
  /** False where the browser keeps nothing: all is lost when the tab is closed, and the page should say so. */
  persistent: boolean
}

type News = { events: readonly KeptEvent[] } | { note: [key: string, text: string] } | { erased: true }

/** Before anything was read, and on the server. */
export const nothing: DeviceProgress = { progress: { lessons: {} }, ready: false, persistent: true }

const events = new Map<string, Map<string, KeptEvent>>()
const notes = new Map<string, string>()
const views = new Map<string, DeviceProgress>()
const listeners = new Set<() => void>()
let ready = false
let persistent = true
let erasures = 0
let started: Promise<void> | undefined
let tabs: BroadcastChannel | undefined
let whose: string | undefined
let opened: Promise<Shelf> | undefined

const logOf = (course: string) => events.get(course) ?? events.set(course, new Map()).get(course)!

const announce = () => listeners.forEach((listener) => listener())

function progressChanged() {
  views.clear()
  announce()
}

/** A person goes on whatever the disk says; the page can tell them. */
const refused = () => {
  persistent = false
  progressChanged()
}

function forget() {
  erasures++
  events.clear()
  notes.clear()
  progressChanged()
}

const read = (): Promise<void> => (started ??= start())

/** A page belongs to one person; another one begins with a new page. */
const store = (): Promise<Shelf> => (opened ??= open())

async function open(): Promise<Shelf> {
  whose = who()
  return whose?.startsWith('s') ? (await import('./shared-shelf')).sharedShelf(whose) : shelf(name())
}

const name = () => (whose ? `haven-${whose.split('.')[1]}` : 'haven')

async function start(): Promise<void> {
  // What has happened on this page meanwhile is newer than what was kept.
  const reading = readAgain((key) => !notes.has(key))
  listen()
  await reading
  ready = true
  progressChanged()
  if (whose) sync()
}

/** Without a network what sends is not here either. Nothing is lost: it comes when the network does, or with the next page. */
const sync = () => void import('./sync').then(({ begin }) => begin(whose!), () => addEventListener('online', sync, { once: true }))

/** Some browsers never answer, after an update of theirs or with a damaged disk; nobody waits for them to write. */
const patience = 5_000

/** Takes over what is kept: all events, and the notes that are wanted. */
async function readAgain(wanted: (key: string) => boolean): Promise<void> {
  const before = erasures
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience))
  const kept = await Promise.race([store().then((from) => from.read()), late]).catch(() => undefined)
  if (!kept) persistent = false
  else if (before === erasures) {
    for (const event of kept.events) logOf(event.course).set(event.id, event)
    for (const [key, text] of kept.notes) if (wanted(key)) notes.set(key, text)
  }
}

function listen() {
  addEventListener('pageshow', back)
  addEventListener('focus', back)
  // Missing in very old browsers; then a tab learns of the others when it is loaded again.
  if (typeof BroadcastChannel === 'undefined') return
  tabs = new BroadcastChannel(name())
  tabs.addEventListener('message', ({ data }: MessageEvent<News>) => hear(data))
}

function back(event: Event) {
  if (who() !== whose) {
    // Somebody else by now, or nobody: another tab has signed in or out.
    document.documentElement.hidden = true
    location.reload()
    // A page that comes back from the browser's memory has not heard of what happened since.
  } else if ((event as PageTransitionEvent).persisted) void readAgain(() => true).then(progressChanged)
}

function hear(news: News) {
  if ('erased' in news) return forget()
  if ('note' in news) {
    notes.set(...news.note)
    return announce()
  }
  for (const event of news.events) logOf(event.course).set(event.id, event)
  progressChanged()
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves its origin
const tell = (news: News) => tabs?.postMessage(news)

/** What this device knows about a course by now. */
export function view(course: string): DeviceProgress {
  const known = views.get(course)
  if (known) return known
  const made = { progress: reduce([...logOf(course).values()]), ready, persistent }
  views.set(course, made)
  return made
}

/** The text kept under a key; empty when there is none. */
export const note = (key: string): string => notes.get(key) ?? ''

/** Calls back at every change, also in another tab, until the returned function is called. Starts reading the device. */
export function subscribe(listener: () => void): () => void {
  void read()
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The progress in a course, once all that was kept has been read. */
export async function all(course: string): Promise<Progress> {
  await read()
  return view(course).progress
}

/** Adds to the log what has just happened. It shows at once; a fact that changes nothing is not written. */
export function append(fact: Fact): void {
  void read()
  const log = logOf(fact.course)
  const newest = [...log.values()].reduce((latest, { at }) => (at > latest ? at : latest), '')
  const event = { ...fact, ...stamp(newest) }
  if (ready && same(view(fact.course).progress, reduce([...log.values(), event]))) return
  void take([event])
}

/**
 * Adds events to the log, or puts them in place of what is known under their ids. Resolves when they are kept, and
 * every note before them.
 */
export function take(taken: readonly KeptEvent[]): Promise<void> {
  void read()
  hear({ events: taken })
  tell({ events: taken })
  return store().then((to) => to.keepEvents(taken)).catch(refused)
}

/** Everything that is in the log and among the notes, and how often all of it was erased. */
export const everything = () => ({ events: [...events.values()].flatMap((log) => [...log.values()]), notes, erasures })

const same = (one: Progress, other: Progress) => JSON.stringify(one) === JSON.stringify(other)

/** Keeps a text under a key: reflections, ticks, the answers of a check under way. An empty text removes it. */
export function keepNote(key: string, text: string): void {
  void read()
  notes.set(key, text)
  announce()
  tell({ note: [key, text] })
  store().then((to) => to.keepNote(key, text)).catch(refused)
}

/** Removes all of this person from this device, in all tabs. Resolves when it is gone. Other people's: erase-stores.ts. */
export async function erase(): Promise<void> {
  forget()
  tell({ erased: true })
  await store().then((to) => to.clear()).catch(refused)
}
