'use client'

import { type ReactNode, useSyncExternalStore } from 'react'
import { fill } from '@/lib/i18n/fill'
import type { Messages } from '@/lib/i18n/messages'
import { everything, subscribe } from './device'
import { isShared } from './is-shared'
import { readSyncNote, syncKey } from './sync-note'
import { type SyncState, useSyncState, useWho } from './sync-state'
import { useNote } from './use-device'

interface Props {
  signInHref: string
  labels: Messages['progress']['learn']['where']
  /** At a shared computer nothing outlives the page for certain. */
  stay: string
}

/** Where the progress is kept: only here, or in the account too, and since when. */
export function KeptWhere({ signInHref, labels, stay }: Props) {
  const person = useWho()
  const state = useSyncState()
  const waiting = useSyncExternalStore(subscribe, hasUnsent, () => false)
  const { at } = readSyncNote(useNote(syncKey)[0])
  const signIn = <a href={signInHref}>{labels.signIn}</a>
  if (!person)
    return (
      <Where title={labels.title}>
        <p>{labels.device}</p>
        <p>{labels.hint} {signIn}</p>
      </Where>
    )
  const shared = isShared(person)
  const stuck = state === 'offline' || state === 'failed'
  return (
    <Where title={labels.title}>
      <p role="status">
        {waiting && stuck && shared ? stay : said(state, waiting, at, labels)} {state === 'signIn' && signIn}
      </p>
      {shared && <p>{labels.shared}</p>}
    </Where>
  )
}

const Where = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="panel kept-where small" aria-labelledby="where">
    <h2 className="h3" id="where">{title}</h2>
    {children}
  </section>
)

const hasUnsent = () => everything().events.some(({ sent }) => !sent)

function said(state: SyncState, waiting: boolean, at: string | undefined, labels: Props['labels']): string {
  if (state === 'signIn') return labels.again
  if (waiting && state === 'sent') return labels.waiting
  if (waiting || !at) return state === 'sent' ? labels.waiting : labels[state]
  return fill(labels.sent, { time: written(new Date(at), new Date()) })
}

const two = (number: number) => String(number).padStart(2, '0')

/** `14:05` of today, else `2026-11-20, 14:05`; in digits, because not every browser knows every language's months. */
function written(time: Date, now: Date): string {
  const hour = `${two(time.getHours())}:${two(time.getMinutes())}`
  if (time.toDateString() === now.toDateString()) return hour
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}, ${hour}`
}
