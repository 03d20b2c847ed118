'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { fill } from '@/lib/i18n/fill'
import { Icon } from '../../ui/icon'
import { arrowDown, arrowUp, check } from '../../ui/glyphs'
import type { ItemInputProps } from './item-input'

/**
 * Steps that are moved up and down with buttons: no dragging. Each move is said aloud, and focus stays on its button.
 * As long as nothing is answered, the order in which they stand can be made the answer.
 */
export function OrderInput({ item, questionId, value, onChange, labels }: ItemInputProps) {
  const id = useId()
  const [said, setSaid] = useState('')
  const [settled, setSettled] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const pressed = useRef<string>(undefined)
  const order = Array.isArray(value) ? value : item.parts.map((part) => part.id)
  const steps = order.flatMap((each) => item.parts.find((part) => part.id === each) ?? [])

  // The browser drops focus when React moves the row that holds it.
  useEffect(() => {
    if (pressed.current) list.current?.querySelector<HTMLElement>(`[data-move="${pressed.current}"]`)?.focus()
    pressed.current = undefined
  })
  const move = (from: number, by: -1 | 1) => {
    const to = from + by
    const step = order[from]
    if (step === undefined || to < 0 || to >= order.length) return
    const next = order.filter((_, n) => n !== from)
    next.splice(to, 0, step)
    pressed.current = `${by}${step}`
    setSaid(fill(labels.moved, { n: to + 1, total: order.length }))
    setSettled(false)
    onChange(next)
  }
  return (
    <div role="group" className="stack" aria-labelledby={questionId} aria-describedby={`${id}-hint`}>
      <p className="hint" id={`${id}-hint`}>{labels.steps}</p>
      <ol className="moving" ref={list}>
        {steps.map((step, n) => (
          <li key={step.id}>
            <span className="place" aria-hidden="true">{n + 1}</span>
            <span id={`${id}-${step.id}`}>{step.text}</span>
            <span className="btns">
              {([-1, 1] as const).map((by) => (
                <button
                  key={by}
                  type="button"
                  className="btn btn-2 btn-icon"
                  data-move={`${by}${step.id}`}
                  aria-label={by < 0 ? labels.up : labels.down}
                  aria-describedby={`${id}-${step.id}`}
                  aria-disabled={(by < 0 ? n === 0 : n === steps.length - 1) || undefined}
                  onClick={() => move(n, by)}
                >
                  <Icon of={by < 0 ? arrowUp : arrowDown} />
                </button>
              ))}
            </span>
          </li>
        ))}
      </ol>
      {(value === undefined || settled) && (
        <button
          type="button"
          className="btn btn-2 btn-s"
          aria-pressed={settled}
          onClick={() => {
            setSettled(true)
            onChange(order)
          }}
        >
          {settled && <Icon of={check} />}
          {labels.keep}
        </button>
      )}
      <p className="vh" role="status">{said}</p>
    </div>
  )
}
