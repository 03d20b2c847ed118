'use client'

import { useEffect, useState } from 'react'
import type { Locale } from '@/lib/i18n/locales'
import type { Drawn } from '@/lib/quizzes/commands'
import type { Review } from '@/lib/quizzes/review'
import { checkNote } from '../progress/check-note'
import { note as noteNow } from '../progress/device'
import { useNote } from '../progress/use-device'
import { useProgress } from '../progress/use-progress'
import { type KeptCheck, readKept } from './kept-check'
import { post, type Posted } from '../ui/post'

/** 256 bits that make this device the candidate. Made and kept here before the first draw, so that a lost answer loses nothing. */
const newCandidate = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** The check on this device: begin, answer, hand in, begin again. Every step is kept before the next one is taken. */
export function useCheck(course: string, locale: Locale) {
  const [note, setNote] = useNote(checkNote(course))
  // Until the device has been read nobody can begin, or a quick tap would write over a check under way.
  const { ready } = useProgress(course)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const kept = readKept(note)
  const keep = (next: KeptCheck) => setNote(JSON.stringify(next))

  /** Asks the server about an attempt, and adds what it says to what the device holds by then. */
  async function during<Said>(
    asked: Promise<Posted<Said>>,
    attempt: string,
    add: (said: Said, now: KeptCheck) => KeptCheck,
  ) {
    setBusy(true)
    setTrouble(undefined)
    const { said, trouble: met } = await asked
    setBusy(false)
    setTrouble(met)
    // Answers may have been given meanwhile, here or in another tab; or all was erased, or begun again.
    const now = readKept(noteNow(checkNote(course)))
    if (said && now?.attempt === attempt) keep(add(said, now))
  }

  /** Draws the sheet of an attempt. The id is kept first, so that a lost answer does not become a second try. */
  const draw = (from: KeptCheck) => {
    keep(from)
    return during<Drawn>(
      post('/api/check/draw', { attempt: from.attempt, candidate: from.candidate, course, locale }),
      from.attempt,
      ({ attempt, items, number, draft, locale: lang }, now) =>
        ({ ...now, attempt, sheet: { items, number, draft, locale: lang }, locale }),
    )
  }
  const begin = () => draw({ candidate: kept?.candidate ?? newCandidate(), attempt: crypto.randomUUID(), answers: {}, at: 0 })
  const handIn = () =>
    kept &&
    during<Review>(
      post('/api/check/submit', { attempt: kept.attempt, candidate: kept.candidate, answers: kept.answers, locale }),
      kept.attempt,
      (review, now) => ({ ...now, review, passed: review.passed }),
    )

  const otherLanguage = Boolean(kept?.sheet && !kept.review && kept.locale !== locale)
  useEffect(() => {
    // The sheet was drawn in another language: the same questions, in the language of this page.
    if (otherLanguage && kept) void draw(kept)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per change of language
  }, [otherLanguage])

  return { kept, keep, busy: busy || !ready, trouble, begin, resume: () => kept && draw(kept), handIn }
}
