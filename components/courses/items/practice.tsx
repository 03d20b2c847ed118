'use client'

import { useId, useState } from 'react'
import type { BlockLabels, BlockPlace } from '../kind-props'
import { useBlock } from '../use-block'
import { useOutcome } from '../use-outcome'
import { useSaved } from '../use-saved'
import { Feedback } from './feedback'
import { ItemInput } from './item-input'
import { type Attempt, asked, isAnswered, type PracticeItem, readAttempts } from './practice-item'

/** Items to try, as often as one likes. Nothing is counted but that it was tried, and any answer counts. */
export function Practice({ items, place, labels }: { items: PracticeItem[]; place: BlockPlace; labels: BlockLabels }) {
  const { tried } = useBlock(place)
  const [attempts, save] = useSaved(place, {}, readAttempts(items))
  const change = (id: string, attempt: Attempt) => {
    save({ ...attempts, [id]: attempt })
    if (attempt.checked) tried()
  }
  return (
    <div className="scene js-only">
      {items.map((item) => (
        <One
          key={item.id}
          item={item}
          headingId={`${place.block}-h`}
          attempt={attempts[item.id] ?? { checked: false }}
          onChange={(attempt) => change(item.id, attempt)}
          labels={labels}
        />
      ))}
    </div>
  )
}

interface OneProps {
  item: PracticeItem
  /** Names the item when it has no question of its own. */
  headingId: string
  attempt: Attempt
  onChange: (attempt: Attempt) => void
  labels: BlockLabels
}

function One({ item, headingId, attempt, onChange, labels }: OneProps) {
  const id = useId()
  const [hint, setHint] = useState(false)
  const result = useOutcome<HTMLDivElement>()
  const start = useOutcome<HTMLDivElement>()
  const question = asked(item)
  // Steps that nobody moved are an answer too: the order in which they are shown.
  const answer = attempt.answer ?? (item.kind === 'order' ? question.parts.map((part) => part.id) : undefined)
  const look = () => {
    setHint(!isAnswered(item, answer))
    if (!isAnswered(item, answer)) return
    onChange({ answer, checked: true })
    result.lead()
  }
  return (
    <div className="scene-in" ref={start.ref} tabIndex={-1}>
      {item.topic && <h3 className="h3">{item.topic}</h3>}
      {item.question && <div className="stem" id={`${id}-q`}>{item.question}</div>}
      {attempt.checked ? (
        <>
          <Feedback item={item} answer={attempt.answer} labels={labels} outcome={result.ref} />
          <div className="btns">
            <button
              type="button"
              className="btn btn-2"
              onClick={() => {
                onChange({ ...attempt, checked: false })
                start.lead()
              }}
            >
              {labels.practice.again}
            </button>
          </div>
        </>
      ) : (
        <>
          <ItemInput
            item={question}
            questionId={item.question ? `${id}-q` : headingId}
            value={answer}
            onChange={(next) => onChange({ answer: next, checked: false })}
            labels={labels.items}
          />
          <div className="btns">
            <button type="button" className="btn" onClick={look}>
              {item.kind === 'single' || item.kind === 'node' ? labels.practice.look : labels.practice.check}
            </button>
            <span className="hint" role="status">
              {hint && (item.kind === 'match' ? labels.practice.all : labels.chooseFirst)}
            </span>
          </div>
        </>
      )}
    </div>
  )
}
