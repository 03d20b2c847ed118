'use client'

import { useId } from 'react'
import type { ItemInputProps } from './item-input'

/** One answer (`single`, `node`: radio buttons) or several (`multiple`: check boxes). The whole row is the target. */
export function ChoiceInput({ item, questionId, value, onChange, labels }: ItemInputProps) {
  const name = useId()
  const many = item.kind === 'multiple'
  const chosen = Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
  const choose = (id: string, on: boolean) => {
    if (!many) return onChange(id)
    // In the order of the parts, so that the same choice is always the same answer.
    onChange(item.parts.map((part) => part.id).filter((each) => (each === id ? on : chosen.includes(each))))
  }
  return (
    <div role={many ? 'group' : 'radiogroup'} className="choices" aria-labelledby={questionId} aria-describedby={`${name}-hint`}>
      <p className="hint" id={`${name}-hint`}>{many ? labels.many : labels.one}</p>
      {item.parts.map((part) => (
        <label className="choice" key={part.id}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            checked={chosen.includes(part.id)}
            onChange={(event) => choose(part.id, event.target.checked)}
          />
          <span>{part.text}</span>
        </label>
      ))}
    </div>
  )
}
