'use client'

import { useId, useState } from 'react'
import type { SortBlock } from '@/lib/courses/kinds/sort'
import { fill } from '@/lib/i18n/fill'
import { isRecord } from '../../ui/is-record'
import type { KindProps } from '../kind-props'
import { useBlock } from '../use-block'
import { useOutcome } from '../use-outcome'
import { useSaved } from '../use-saved'
import { Verdict } from '../verdict'

/** One card after the other: a button for each place it can go, feedback at once, and a list of what was sorted. */
export function SortPlay({ block, labels, place }: KindProps<SortBlock>) {
  const id = useId()
  const { tried } = useBlock(place)
  const [placed, save] = useSaved<Record<string, string>>(place, {}, readPlaced)
  const [open, setOpen] = useState<string>()
  const result = useOutcome<HTMLDivElement>()
  const card = useOutcome<HTMLDivElement>()

  const { bins, entries } = block
  const labelOf = (bin: string | undefined) => bins.find((each) => each.id === bin)?.label ?? ''
  const sorted = entries.filter((entry) => placed[entry.id])
  const entry = entries.find((each) => each.id === open) ?? entries.find((each) => !placed[each.id])
  const put = (bin: string) => {
    if (!entry) return
    setOpen(entry.id)
    save({ ...placed, [entry.id]: bin })
    tried()
    result.lead()
  }
  const next = () => {
    setOpen(undefined)
    card.lead()
  }
  const again = () => {
    setOpen(undefined)
    save({})
    card.lead()
  }
  const judged = (each: (typeof entries)[number]) => {
    const same = placed[each.id] === each.bin
    return (
      <Verdict fit={same ? 'best' : 'costly'}>{fill(same ? labels.same : labels.other, { bin: labelOf(each.bin) })}</Verdict>
    )
  }
  return (
    <div className="scene js-only">
      {entry ? (
        <>
          <div className="scene-top">
            <span>{fill(labels.card, { n: entries.indexOf(entry) + 1, total: entries.length })}</span>
          </div>
          <div className="scene-in" ref={card.ref} tabIndex={-1}>
            <p className="line" id={`${id}-card`}>{entry.text}</p>
            {placed[entry.id] ? (
              <>
                <div className="after" ref={result.ref} tabIndex={-1}>
                  {judged(entry)}
                  {entry.feedback}
                </div>
                <div className="btns">
                  <button type="button" className="btn" onClick={next}>
                    {sorted.length < entries.length ? labels.next : labels.end}
                  </button>
                </div>
              </>
            ) : (
              <div className="stack" role="group" aria-labelledby={`${id}-where ${id}-card`}>
                <p className="strong" id={`${id}-where`}>{labels.where}</p>
                <div className="btns">
                  {bins.map((bin) => (
                    <button key={bin.id} type="button" className="btn btn-2" onClick={() => put(bin.id)}>{bin.label}</button>
                  ))}
                </div>
              </div>
            )}
          </div>
        </>
      ) : (
        <div className="scene-in" ref={card.ref} tabIndex={-1}>
          <p className="strong">{labels.done}</p>
          <div className="btns">
            <button type="button" className="btn btn-2" onClick={again}>{labels.again}</button>
          </div>
        </div>
      )}
      {sorted.length > 0 && (
        <details className="scene-in more" open={!entry}>
          <summary>{labels.list}</summary>
          <ul className="sorted">
            {sorted.map((each) => (
              <li key={each.id}>
                <p>{each.text}</p>
                {judged(each)}
                {!entry && <div className="muted">{each.feedback}</div>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

const readPlaced = (kept: unknown): Record<string, string> | undefined =>
  isRecord(kept) && Object.values(kept).every((bin) => typeof bin === 'string') ? (kept as Record<string, string>) : undefined
