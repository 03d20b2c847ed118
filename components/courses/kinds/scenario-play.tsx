'use client'

import { useState } from 'react'
import { fill } from '@/lib/i18n/fill'
import type { ScenarioBlock } from '@/lib/courses/kinds/scenario'
import { Icon } from '../../ui/icon'
import { mapPin, undo2 } from '../../ui/glyphs'
import { isRecord } from '../../ui/is-record'
import type { KindProps } from '../kind-props'
import { useBlock } from '../use-block'
import { useOutcome } from '../use-outcome'
import { useSaved } from '../use-saved'
import { walk } from './scenario-path'
import { ScenarioAnswered, ScenarioQuestion } from './scenario-turn'

interface Play {
  /** Ids of the choices made, first to last. */
  picked: string[]
  /** Whether the person went on from the last of them to what follows. */
  on: boolean
}

const readPlay = (kept: unknown): Play | undefined =>
  isRecord(kept) && Array.isArray(kept.picked) && kept.picked.every((id) => typeof id === 'string')
    ? { picked: kept.picked, on: kept.on === true }
    : undefined

/** A scene in turns: choose, see what happens for the person and why, go on, or take a step back at any time. */
export function ScenarioPlay({ block, labels, shared, place }: KindProps<ScenarioBlock>) {
  const { tried } = useBlock(place)
  const [play, save] = useSaved<Play>(place, { picked: [], on: false }, readPlay)
  const [takenBack, setTakenBack] = useState<string>()
  const result = useOutcome<HTMLDivElement>()
  const turn = useOutcome<HTMLDivElement>()

  const turns = walk(block.nodes, block.start, play.picked)
  const picked = turns.flatMap(({ choice }) => choice?.id ?? [])
  const open = play.on || picked.length === 0
  const shown = open ? turns : turns.slice(0, -1)

  const choose = (id: string) => {
    save({ picked: [...picked, id], on: false })
    tried()
    result.lead()
  }
  const goOn = () => {
    save({ picked, on: true })
    setTakenBack(undefined)
    turn.lead()
  }
  const back = () => {
    setTakenBack(picked.at(-1))
    save({ picked: picked.slice(0, -1), on: true })
    turn.lead()
  }
  const again = () => {
    setTakenBack(undefined)
    save({ picked: [], on: false })
    turn.lead()
  }

  return (
    <div className="scene js-only">
      {shown.map(({ node, choice }, n) => {
        const last = n === shown.length - 1
        return (
          <div key={`${n}-${node.id}`} ref={last ? turn.ref : undefined} tabIndex={-1} className="turn">
            <div className="scene-top">
              {n === 0 && block.place && <span><Icon of={mapPin} />{block.place}</span>}
              <span>
                {last && !choice && <i className="here" aria-hidden="true" />}
                {node.choices.length > 0 ? fill(labels.turn, { n: n + 1 }) : labels.end}
              </span>
            </div>
            <div className="scene-in">
              {node.setting && <div className={node.choices.length > 0 ? 'setting' : 'read'}>{node.setting}</div>}
              {node.line && <p className="line">{node.line}</p>}
              {choice ? (
                <ScenarioAnswered node={node} choice={choice} labels={labels} shared={shared} outcome={last ? result.ref : undefined} />
              ) : (
                node.choices.length > 0 && (
                  <ScenarioQuestion node={node} before={takenBack} onChoose={choose} labels={labels} shared={shared} />
                )
              )}
              {last && (
                <div className="btns">
                  {choice && <button type="button" className="btn" onClick={goOn}>{labels.on}</button>}
                  {picked.length > 0 && (
                    <button type="button" className="link muted" onClick={back}>
                      <Icon of={undo2} flip />
                      {labels.back}
                    </button>
                  )}
                  {node.choices.length === 0 && (
                    <button type="button" className="btn btn-2" onClick={again}>{labels.again}</button>
                  )}
                </div>
              )}
            </div>
          </div>
        )
      })}
    </div>
  )
}
