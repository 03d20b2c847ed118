import { post } from '../ui/post'
import { unsent } from './exchange'
import { watchStay } from './stay-note'
import { settle } from './sync'
import { who } from './who'

// A shared computer is left clean: after a quiet quarter of an hour this page covers itself, ends the session and goes.

const second = 1_000
/** care.md §4; the server ends the session after the same time (lib/access/session.ts). */
const longest = 15 * 60 * second
/** How long another tab, or the server, may take to answer. */
const patience = { tab: 300, server: 3 * second }
/** In this tab only, so that the time goes on from page to page and through a laptop's sleep. */
const key = 'haven.seen'
const activity = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'touchmove']

type Word = { seen: number } | 'asking' | 'ended'

let whose: string
let seen = 0
let told = 0
let ending = false
let gone = false
let tabs: BroadcastChannel | undefined

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves its origin
const tell = (word: Word) => tabs?.postMessage(word)

/** @param person who is signed in at this shared computer (who.ts) */
export async function watchQuiet(person: string): Promise<void> {
  whose = person
  seen = Number(sessionStorage.getItem(key)) || Date.now()
  if (typeof BroadcastChannel !== 'undefined') {
    tabs = new BroadcastChannel(`haven.quiet.${person}`)
    tabs.addEventListener('message', ({ data }: MessageEvent<Word>) => hear(data))
  }
  // A tab that was opened again, or somebody who has signed in again meanwhile: only the server knows.
  if (isQuiet()) {
    cover(true)
    if ((await within(patience.server, settle())) !== 'sent') return end()
  }
  cover(false)
  note(Date.now())
  for (const type of activity) addEventListener(type, used, { capture: true, passive: true })
  for (const type of ['focus', 'pageshow']) addEventListener(type, check)
  document.addEventListener('visibilitychange', used)
  setInterval(check, 5 * second)
  // Without its words, the page still works.
  void watchStay().catch(() => {})
}

const isQuiet = () => Date.now() - Math.max(seen, Number(sessionStorage.getItem(key))) >= longest

function note(time: number) {
  seen = time
  sessionStorage.setItem(key, String(time))
}

function used() {
  // The first movement after a long sleep is not yet somebody at work.
  if (ending || check() || Date.now() - seen < second) return
  note(Date.now())
  if (seen - told < 10 * second) return
  told = seen
  tell({ seen })
}

function check(): boolean {
  if (ending || !isQuiet()) return ending
  ending = true
  cover(true)
  tell('asking')
  setTimeout(() => {
    // Somebody is at work in another tab.
    if (isQuiet()) return void end()
    ending = false
    cover(false)
  }, patience.tab)
  return true
}

function hear(word: Word) {
  if (word === 'ended') leave()
  else if (word !== 'asking') note(Math.max(seen, word.seen))
  else if (!isQuiet()) tell({ seen })
}

async function end(): Promise<void> {
  ending = true
  if (unsent().length > 0) await within(patience.server, settle())
  if (who() === whose) await within(patience.server, post('/api/sign-out', {}))
  tell('ended')
  leave()
}

function leave() {
  // Tabs that end together also tell each other: a second going would stop the first.
  if (gone) return
  gone = ending = true
  cover(true)
  // Whoever comes back just now must not stop the going: for a page whose person has gone, device.ts begins a new one.
  addEventListener('focus', (event) => event.stopImmediatePropagation(), true)
  dispatchEvent(new CustomEvent('haven:leave', { detail: [] }))
  sessionStorage.clear()
  // Offline the server could not take it back.
  if (who() === whose) document.cookie = '__Host-who=; Path=/; Secure; Max-Age=0'
  location.replace(`/${document.documentElement.lang}/sign-in?quiet`)
}

const cover = (on: boolean) =>
  on
    ? document.documentElement.style.setProperty('display', 'none', 'important')
    : document.documentElement.style.removeProperty('display')

const within = <T>(time: number, work: Promise<T>): Promise<T | undefined> =>
  Promise.race([work, new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), time))])
