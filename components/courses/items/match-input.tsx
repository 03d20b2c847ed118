'use client'

import { useId } from 'react'
import { pairsOf } from './item'
import type { ItemInputProps } from './item-input'

/** A native list to choose from for every left-hand side. */
export function MatchInput({ item, questionId, value, onChange, labels }: ItemInputProps) {
  const id = useId()
  const chosen = pairsOf(value)
  return (
    <div role="group" className="stack" aria-labelledby={questionId} aria-describedby={`${id}-hint`}>
      <p className="hint" id={`${id}-hint`}>{labels.pairs}</p>
      <ul className="pairs">
        {item.parts.map((part) => (
          <li key={part.id}>
            <label htmlFor={`${id}-${part.id}`}>{part.text}</label>
            <select
              className="select"
              id={`${id}-${part.id}`}
              value={chosen[part.id] ?? ''}
              onChange={(event) => {
                const { [part.id]: _, ...rest } = chosen
                onChange(event.target.value ? { ...rest, [part.id]: event.target.value } : rest)
              }}
            >
              <option value="">{labels.pick}</option>
              {item.others?.map((other) => <option key={other.id} value={other.id}>{other.text}</option>)}
            </select>
          </li>
        ))}
      </ul>
    </div>
  )
}
