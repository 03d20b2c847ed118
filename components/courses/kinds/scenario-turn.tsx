'use client'

import { type ReactNode, type RefObject, useId, useState } from 'react'
import type { ScenarioChoice, ScenarioNode } from '@/lib/courses/kinds/scenario'
import type { Rendered } from '@/lib/courses/rich'
import type { BlockLabels, KindLabels } from '../kind-props'
import { Verdict } from '../verdict'

type Node = Rendered<ScenarioNode, ReactNode>
type Choice = Rendered<ScenarioChoice, ReactNode>

interface QuestionProps {
  node: Node
  /** The choice that was just taken back; it stands selected. */
  before: string | undefined
  onChoose: (id: string) => void
  labels: KindLabels<'scenario'>
  shared: BlockLabels
}

/** What to say or do. Rows to choose from, and a button that confirms: arrow keys alone decide nothing. */
export function ScenarioQuestion({ node, before, onChoose, labels, shared }: QuestionProps) {
  const name = useId()
  const [chosen, setChosen] = useState(node.choices.some(({ id }) => id === before) ? before : undefined)
  const [hint, setHint] = useState(false)
  return (
    <>
      <fieldset className="choices">
        <legend className="legend">{node.question}</legend>
        {node.choices.map((choice) => (
          <label className="choice" key={choice.id}>
            <input type="radio" name={name} checked={chosen === choice.id} onChange={() => setChosen(choice.id)} />
            <span>{choice.text}</span>
          </label>
        ))}
      </fieldset>
      <div className="btns">
        <button type="button" className="btn" onClick={() => (chosen ? onChoose(chosen) : setHint(true))}>
          {labels.see}
        </button>
        <span className="hint" role="status">{hint && !chosen && shared.chooseFirst}</span>
      </div>
    </>
  )
}

interface AnsweredProps {
  node: Node
  choice: Choice
  labels: KindLabels<'scenario'>
  shared: BlockLabels
  /** Where focus goes when this appears. */
  outcome?: RefObject<HTMLDivElement | null>
}

/** A turn that was taken: the answer, what it does for the person, why, and what the others would have done. */
export function ScenarioAnswered({ node, choice, labels, shared, outcome }: AnsweredProps) {
  return (
    <>
      {node.question && <p className="strong">{node.question}</p>}
      <p className="said">
        <span>{shared.yours}</span>
        <span>{choice.text}</span>
      </p>
      <div className="after" ref={outcome} tabIndex={-1}>
        <Verdict fit={choice.fit}>{shared.fits[choice.fit]}</Verdict>
        <div className="read">{choice.consequence}</div>
        <div className="why">{choice.why}</div>
      </div>
      <details className="more">
        <summary>{labels.others}</summary>
        <ul className="others">
          {node.choices.filter(({ id }) => id !== choice.id).map((other) => (
            <li key={other.id}>
              <p>{other.text}</p>
              <Verdict fit={other.fit}>{shared.fits[other.fit]}</Verdict>
              <div className="muted">{other.consequence}</div>
              <div className="muted">{other.why}</div>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
