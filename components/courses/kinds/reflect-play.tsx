'use client'

import { useId, useState } from 'react'
import type { ReflectBlock } from '@/lib/courses/kinds/reflect'
import { Icon } from '../../ui/icon'
import { smartphone } from '../../ui/glyphs'
import { PrivateArea } from '../../ui/private-area'
import type { KindProps } from '../kind-props'
import { useBlock } from '../use-block'
import { useOutcome } from '../use-outcome'
import { useSaved } from '../use-saved'

/** A question for oneself. What is written is kept on the device with every letter, and goes nowhere else. */
export function ReflectPlay({ block, labels, shared, place }: KindProps<ReflectBlock>) {
  const id = useId()
  const { tried } = useBlock(place)
  const [text, save, ready] = useSaved(place, '', (kept) => (typeof kept === 'string' ? kept : undefined))
  const [deleted, setDeleted] = useState<string>()
  const field = useOutcome<HTMLTextAreaElement>()
  const gone = useOutcome<HTMLParagraphElement>()
  const write = (next: string) => {
    setDeleted(undefined)
    save(next)
    if (next.trim()) tried()
  }
  return (
    <div className="field js-only">
      <label className="prose reflect-q" htmlFor={id}>{block.prompt}</label>
      <PrivateArea
        ref={field.ref}
        className="area area-ruled"
        id={id}
        aria-describedby={`${id}-private`}
        value={text}
        // What is typed before the device was read would be lost, or take the place of older words.
        readOnly={!ready}
        onChange={(event) => write(event.target.value)}
      />
      <p className="private" id={`${id}-private`}><Icon of={smartphone} />{shared.stays}</p>
      {text && (
        <button
          type="button"
          className="btn btn-3"
          onClick={() => {
            save('')
            setDeleted(text)
            gone.lead()
          }}
        >
          {labels.delete}
        </button>
      )}
      {deleted !== undefined && (
        <p className="row" ref={gone.ref} tabIndex={-1}>
          {labels.deleted}
          <button
            type="button"
            className="btn btn-2 btn-s"
            onClick={() => {
              write(deleted)
              field.lead()
            }}
          >
            {labels.undo}
          </button>
        </p>
      )}
    </div>
  )
}
