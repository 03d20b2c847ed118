'use client'

import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { check } from '../ui/glyphs'
import { circleAlert } from '../ui/form-glyphs'
import { Icon } from '../ui/icon'
import { PrivateArea } from '../ui/private-area'
import { append } from './device'
import { useNote } from './use-device'
import { useProgress } from './use-progress'

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
  another: string
  change: string
}

interface Props {
  course: string
  /** There is one already. */
  written: boolean
  labels: CommitmentLabels
}

/** One commitment: its words stay on the device, only the fact that it was written becomes an event. */
export function CommitmentForm({ course, written, labels }: Props) {
  const [text] = useNote(`${course}/commitment`)
  const [open, setOpen] = useState(false)
  const pressed = useRef(false)
  const done = useRef<HTMLDivElement>(null)
  const id = useId()
  const show = (form: boolean) => {
    pressed.current = true
    setOpen(form)
  }
  const folded = written && !open
  // The button that was pressed is gone: the keyboard goes on with what came in its place.
  useEffect(() => {
    if (!pressed.current) return
    if (folded) done.current?.focus()
    else document.getElementById(id)?.focus()
  }, [folded, id])
  return (
    <section className="panel stack" id="commitment" aria-labelledby={`${id}-title`}>
      <h2 className="h3" id={`${id}-title`}>{labels.title}</h2>
      {folded ? (
        <div className="stack commitment-done" ref={done} tabIndex={-1}>
          {text.trim() && <p className="read" dir="auto">{text}</p>}
          <p><Icon of={check} /><span>{text.trim() ? labels.kept : labels.elsewhere}</span></p>
          <button className="link" type="button" onClick={() => show(true)}>{text.trim() ? labels.change : labels.another}</button>
        </div>
      ) : (
        <Writing id={id} course={course} written={written} labels={labels} typing={() => setOpen(true)} kept={() => show(false)} />
      )}
    </section>
  )
}

interface WritingProps extends Props {
  id: string
  /** From now on it stays open, also when another device tells of a commitment. */
  typing: () => void
  kept: () => void
}

function Writing({ id, course, written, labels, typing, kept }: WritingProps) {
  const [text, setText] = useNote(`${course}/commitment`)
  const [empty, setEmpty] = useState(false)
  // What is typed before the device was read would be lost, or take the place of older words.
  const { ready } = useProgress(course)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) {
      setEmpty(true)
      document.getElementById(id)?.focus()
      return
    }
    if (!written) append({ kind: 'commitment.written', course })
    kept()
  }
  return (
    <form className="stack form" onSubmit={keep} noValidate aria-labelledby={`${id}-title`}>
      <p>{labels.text}</p>
      <div className="field" data-fault={empty ? '' : undefined}>
        <label htmlFor={id}>{labels.label}</label>
        <p className="hint" id={`${id}-hint`}>{labels.hint}</p>
        {empty && <p className="error" id={`${id}-error`}><Icon of={circleAlert} />{labels.empty}</p>}
        <PrivateArea
          id={id}
          rows={3}
          value={text}
          readOnly={!ready}
          aria-invalid={empty || undefined}
          aria-describedby={`${id}-hint${empty ? ` ${id}-error` : ''}`}
          onChange={(event) => {
            typing()
            setText(event.target.value)
            setEmpty(false)
          }}
        />
      </div>
      <p><button className="btn" type="submit" disabled={!ready}>{labels.save}</button></p>
    </form>
  )
}
