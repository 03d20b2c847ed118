'use client'

import { useEffect, useState } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import type { Answer } from '@/lib/quizzes/answer'
import type { Drawn } from '@/lib/quizzes/commands'
import type { Review } from '@/lib/quizzes/review'
import { useNote } from '../progress/use-device'
import { useProgress } from '../progress/use-progress'

/** 256 bits that make this device the candidate. Made and kept here before the first draw, so that a lost answer loses nothing. */
const newCandidate = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** What this device keeps of a check: enough to go on after the tab was closed, at any moment. */
export interface KeptCheck {
  /** Whoever holds it is the candidate; the server keeps only its hash. */
  candidate: string
  attempt: string
  sheet?: Pick<Drawn, 'items' | 'number' | 'draft' | 'locale'>
  /** The language that the sheet was asked for in. */
  locale?: Locale
  answers: Record<string, Answer>
  /** Index of the question in view. */
  at: number
  review?: Review
  passed?: boolean
}

export type CheckTrouble = 'offline' | 'failed' | 'notDrawn' | 'tooMany'

const read = (note: string): KeptCheck | undefined => {
  try {
    return note ? (JSON.parse(note) as KeptCheck) : undefined
  } catch {
    // Torn: the check begins anew, the server knows the tries.
    return undefined
  }
}

/** Posts JSON; tells a lost connection from a refusal, because only the first is worth keeping quiet about. */
async function post<Answer>(path: string, body: object): Promise<Answer | CheckTrouble> {
  const sent = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined)
  if (!sent) return navigator.onLine ? 'failed' : 'offline'
  if (sent.status === 404) return 'notDrawn'
  if (sent.status === 429) return 'tooMany'
  return sent.ok ? ((await sent.json()) as Answer) : 'failed'
}

/** The check on this device: begin, answer, hand in, begin again. Every step is kept before the next one is taken. */
export function useCheck(course: string, locale: Locale) {
  const [note, setNote] = useNote(`check/${course}`)
  // Until the device has been read nobody can begin, or a quick tap would write over a check under way.
  const { ready } = useProgress(course)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<CheckTrouble>()
  const kept = read(note)
  const keep = (next: KeptCheck) => setNote(JSON.stringify(next))

  async function during<Result>(work: () => Promise<Result | CheckTrouble>, then: (result: Result) => void) {
    setBusy(true)
    setTrouble(undefined)
    const result = await work()
    setBusy(false)
    if (typeof result === 'string') setTrouble(result as CheckTrouble)
    else then(result)
  }

  /** Draws the sheet of an attempt. The id is kept first, so that a lost answer does not become a second try. */
  const draw = (from: KeptCheck) => {
    keep(from)
    return during<Drawn>(
      () => post('/api/check/draw', { attempt: from.attempt, candidate: from.candidate, course, locale }),
      ({ attempt, items, number, draft, locale: lang }) =>
        keep({ ...from, attempt, sheet: { items, number, draft, locale: lang }, locale }),
    )
  }
  const begin = () => draw({ candidate: kept?.candidate ?? newCandidate(), attempt: crypto.randomUUID(), answers: {}, at: 0 })
  const handIn = () =>
    kept &&
    during<Review>(
      () => post('/api/check/submit', { attempt: kept.attempt, candidate: kept.candidate, answers: kept.answers, locale }),
      (review) => keep({ ...kept, review, passed: review.passed }),
    )

  const otherLanguage = Boolean(kept?.sheet && !kept.review && kept.locale !== locale)
  useEffect(() => {
    // The sheet was drawn in another language: the same questions, in the language of this page.
    if (otherLanguage && kept) void draw(kept)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per change of language
  }, [otherLanguage])

  return { kept, keep, busy: busy || !ready, trouble, begin, resume: () => kept && draw(kept), handIn }
}
