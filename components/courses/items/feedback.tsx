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
  outcome: RefObject<HTMLParagraphElement | null>
}

/** What an answer does, part by part: for the person, why, and what to try. */
export function Feedback({ item, answer, labels, outcome }: Props) {
  const judgements = judge(item, answer, labels)
  const one = item.kind === 'single' || item.kind === 'node'
  return (
    <>
      <p ref={outcome} tabIndex={-1} className={one ? 'vh' : 'strong'}>
        {one ? labels.yours : allRight(judgements) ? labels.practice.allRight : labels.practice.someRight}
      </p>
      <ol className="plain choices">
        {judgements.map((judgement, n) => (
          <li className="opt" key={judgement.part.id} data-chosen={judgement.chosen || undefined}>
            <div className="choice">
              <span className="place" aria-hidden="true">{item.kind === 'order' && n + 1}</span>
              <span>
                {judgement.chosen && item.kind !== 'order' && item.kind !== 'match' && <span className="vh">{labels.yours}: </span>}
                {judgement.part.text}
              </span>
            </div>
            <Why judgement={judgement} label={labels.practice.other} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Why({ judgement: { part, fit, words, chosen }, label }: { judgement: Judgement; label: string }) {
  const why = (
    <div className="after">
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
