'use client'

import type { RefObject } from 'react'
import type { BlockLabels } from '../kind-props'
import { Verdict } from '../verdict'
import { allRight, judge, type Judgement } from './judge'
import type { Answer } from './item'
import type { PracticeItem } from './practice-item'

interface Props {
  item: PracticeItem
  answer: Answer | undefined
  labels: BlockLabels
  /** Where focus goes when the feedback appears. */
  outcome: RefObject<HTMLDivElement | null>
}

/** What an answer does, part by part: for the person, why, and what to try. */
export function Feedback({ item, answer, labels, outcome }: Props) {
  const judgements = judge(item, answer, labels)
  const one = item.kind === 'single' || item.kind === 'node'
  const choices = one || item.kind === 'multiple'
  return (
    <>
      {!one && (
        <div ref={outcome} tabIndex={-1} className="strong">
          {allRight(judgements) ? labels.practice.allRight : labels.practice.someRight}
        </div>
      )}
      <ol className="plain choices">
        {judgements.map((judgement, n) => (
          <li className="opt" key={judgement.part.id} data-chosen={(judgement.chosen && choices) || undefined}>
            <div>
              {item.kind === 'order' && <span className="place">{n + 1}</span>}
              {judgement.chosen && choices && <span className="yours">{labels.yours}</span>}
              {judgement.part.text}
            </div>
            <Why judgement={judgement} label={labels.practice.other} outcome={one && judgement.chosen ? outcome : undefined} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Why({ judgement, label, outcome }: { judgement: Judgement; label: string; outcome?: Props['outcome'] }) {
  const { part, fit, words, chosen } = judgement
  const why = (
    <div className="after" ref={outcome} tabIndex={outcome && -1}>
      <Verdict fit={fit}>{words}</Verdict>
      {part.feedback}
    </div>
  )
  if (chosen) return why
  return (
    <details className="more">
      <summary>{label}</summary>
      {why}
    </details>
  )
}
