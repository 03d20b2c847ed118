'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Messages } from '@/lib/i18n/messages'
import { all, note } from './device'
import { isShared } from './is-shared'
import { useWho } from './sync-state'

type State = 'quiet' | 'asking' | 'busy' | 'kept' | 'failed'

export interface KeepLabels extends Omit<Messages['progress']['learn']['keep'], 'text'> {
  /** By number of lessons. */
  text: readonly string[]
}

interface Props {
  course: string
  labels: KeepLabels
  /** Told whether the question stands open: until it is answered nothing here is kept in the account. */
  onAsk?: (asking: boolean) => void
}

/** After a sign-in: whether what was learned here without an account belongs to this person. Asked once. */
export function KeepPanel({ course, labels, onAsk }: Props) {
  const person = useWho()
  const [state, setState] = useState<State>('quiet')
  const [lessons, setLessons] = useState(0)
  const pressed = useRef(false)
  const done = useRef<HTMLParagraphElement>(null)
  const keep = useCallback(async () => {
    if (!person) return
    setState('busy')
    const { keepAnonymous } = await import('./keep')
    setState((await keepAnonymous(person)) ? 'kept' : 'failed')
  }, [person])
  useEffect(() => {
    if (!person) return
    let gone = false
    void look()
    return () => void (gone = true)

    async function look() {
      const [{ findAnonymous, keepKey }] = await Promise.all([import('./keep'), all(course)])
      const answer = note(keepKey)
      const found = answer === 'no' ? undefined : await findAnonymous()
      if (gone || !found) return
      setLessons(found.lessons)
      // It was answered already, and something came in between.
      if (answer === 'yes') void keep()
      else setState('asking')
    }
  }, [person, course, keep])
  useEffect(() => {
    if (state !== 'failed') return
    addEventListener('online', keep)
    return () => removeEventListener('online', keep)
  }, [state, keep])

  const asks = state !== 'quiet' && state !== 'kept'
  useEffect(() => onAsk?.(asks), [asks, onAsk])

  // The button that was pressed is gone: the keyboard goes on at the answer.
  useEffect(() => {
    if (state === 'kept' && pressed.current) done.current?.focus()
  }, [state])

  if (!person || state === 'quiet') return null
  if (state === 'kept') return <p className="note" data-tone="act" role="status" tabIndex={-1} ref={done}>{labels.kept}</p>
  const leave = async () => {
    const { leaveAnonymous } = await import('./keep')
    leaveAnonymous()
    setState('quiet')
    document.getElementById('main')?.focus({ preventScroll: true })
  }
  const press = () => {
    pressed.current = true
    if (state !== 'busy') void keep()
  }
  return (
    <section className="panel stack keep" aria-labelledby="keep">
      <h2 className="h3" id="keep">{labels.title}</h2>
      <p>{lessons > 0 ? (labels.text[lessons] ?? labels.text.at(-1)) : labels.textCheck}</p>
      <p className="muted">{isShared(person) ? labels.notesShared : labels.notes}</p>
      <p role="status">{state === 'busy' ? labels.busy : state === 'failed' && labels.failed}</p>
      <p className="btns">
        <button className="btn" type="button" aria-disabled={state === 'busy' || undefined} onClick={press}>
          {labels.yes}
        </button>
        {state === 'asking' && <button className="btn btn-2" type="button" onClick={leave}>{labels.no}</button>}
      </p>
    </section>
  )
}
