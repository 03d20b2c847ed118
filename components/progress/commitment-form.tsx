'use client'

import { type FormEvent, useId, useState } from 'react'
import { PrivateArea } from '../ui/private-area'
import { append } from './device'
import { useNote } from './use-device'

export interface CommitmentLabels {
  title: string
  text: string
  label: string
  hint: string
  empty: string
  save: string
  kept: string
  /** One was written, and its words are not here. */
  elsewhere: string
}

/** One commitment: its words stay on the device, only the fact that it was written becomes an event. */
export function CommitmentForm({ course, written, labels }: { course: string; written: boolean; labels: CommitmentLabels }) {
  const [text, setText] = useNote(`${course}/commitment`)
  const [state, setState] = useState<'quiet' | 'empty' | 'kept'>('quiet')
  const id = useId()
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) {
      setState('empty')
      document.getElementById(id)?.focus()
      return
    }
    if (!written) append({ kind: 'commitment.written', course })
    setState('kept')
  }
  // Nothing typed since: what holds is what was kept.
  const said = state === 'kept' || (written && state === 'quiet' && text.trim()) ? labels.kept : written && state === 'quiet' && labels.elsewhere
  return (
    <form className="panel stack" id="commitment" onSubmit={keep} noValidate aria-labelledby={`${id}-title`}>
      <h2 className="h3" id={`${id}-title`}>{labels.title}</h2>
      <p>{labels.text}</p>
      <div className="field">
        <label htmlFor={id}>{labels.label}</label>
        <p className="hint" id={`${id}-hint`}>{labels.hint}</p>
        {state === 'empty' && <p className="error" id={`${id}-error`}>{labels.empty}</p>}
        <PrivateArea
          id={id}
          rows={3}
          value={text}
          aria-invalid={state === 'empty' || undefined}
          aria-describedby={`${id}-hint${state === 'empty' ? ` ${id}-error` : ''}`}
          onChange={(event) => {
            setText(event.target.value)
            setState('quiet')
          }}
        />
      </div>
      <div className="btns">
        <button className="btn" type="submit">{labels.save}</button>
        <span role="status">{said}</span>
      </div>
    </form>
  )
}
