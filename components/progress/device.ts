import type { Fact, ProgressEvent } from '@/lib/progress/event'
import { type Progress, reduce } from '@/lib/progress/reduce'
import { shelf } from './shelf'
import { stamp } from './stamp'

// What this site keeps on the device: the log of progress, and notes (answers, reflections, the path, a check under way).
// Everything is in memory at once and in IndexedDB a moment later. The names say nothing about the subject.

/** What other tabs of this browser are told. */
type News = { event: ProgressEvent } | { note: [key: string, value: string] } | { erased: true }

const events = new Map<string, ProgressEvent>()
const notes = new Map<string, string>()
const listeners = new Set<() => void>()
let reduced = new Map<string, Progress>()
let state: { ready: boolean; persistent: boolean } = { ready: false, persistent: true }
let opened: Promise<void> | undefined
let channel: BroadcastChannel | undefined
/** Time of the newest event made here, so that the next one comes later. */
let newest: string | undefined

const changed = () => {
  reduced = new Map()
  for (const listener of listeners) listener()
}

/** Reads what is kept, once. Where the browser refuses (some private windows) everything works from memory, and `persistent` says so. */
function open(): Promise<void> {
  opened ??= load().catch(unkept)
  return opened
}

async function load() {
  listen()
  const kept = await shelf.read()
  for (const event of kept.events) events.set(event.id, event)
  // What was written since the page opened is newer than what was kept.
  for (const [key, text] of kept.notes) if (!notes.has(key)) notes.set(key, text)
  state = { ready: true, persistent: state.persistent }
  changed()
}

/** The browser keeps nothing, or its disk is full: go on from memory, and say so. */
function unkept() {
  state = { ready: true, persistent: false }
  changed()
}

function listen() {
  if (typeof BroadcastChannel === 'undefined') return
  channel = new BroadcastChannel('haven')
  channel.onmessage = ({ data }: MessageEvent<News>) => {
    if ('event' in data) events.set(data.event.id, data.event)
    else if ('note' in data) notes.set(...data.note)
    else {
      events.clear()
      notes.clear()
    }
    changed()
  }
}

/** Tells other tabs, and resolves when the browser has it. Never rejects: a person goes on whatever the disk says. */
function kept(writing: Promise<unknown>, news: News): Promise<void> {
  channel?.postMessage(news)
  return writing.then(() => undefined, unkept)
}

/** Adds one fact to the log. Its effect shows at once; the promise resolves when the browser has it. */
export function append(fact: Fact): Promise<void> {
  const event = { ...fact, ...stamp(newest) } as ProgressEvent
  newest = event.at
  events.set(event.id, event)
  changed()
  return kept(shelf.keepEvent(event), { event })
}

/** Keeps a note; an empty one is removed. */
export function keepNote(key: string, text: string): Promise<void> {
  notes.set(key, text)
  changed()
  return kept(shelf.keepNote(key, text), { note: [key, text] })
}

/** Everything this device knows about a course, when it has been read. */
export async function all(course: string): Promise<Progress> {
  await open()
  return progressOf(course)
}

/** The same from memory: an unchanged log gives the same object. */
export function progressOf(course: string): Progress {
  const known = reduced.get(course)
  if (known) return known
  const progress = reduce([...events.values()].filter((event) => event.course === course))
  reduced.set(course, progress)
  return progress
}

export const noteOf = (key: string): string => notes.get(key) ?? ''

/** `ready`: the device has been read. `persistent`: what is done now will be there tomorrow. */
export const deviceState = (): { ready: boolean; persistent: boolean } => state

/** Calls back at every change, here or in another tab. @returns a function that ends it */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  void open()
  return () => listeners.delete(listener)
}

/** Removes everything that this site keeps on the device, in all tabs. */
export async function erase(): Promise<void> {
  events.clear()
  notes.clear()
  changed()
  await kept(shelf.clear(), { erased: true })
}
