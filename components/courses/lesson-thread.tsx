'use client'

import { useEffect, useState } from 'react'
import type { BlockState } from '@/lib/progress/reduce'
import { useProgress } from '../progress/use-progress'
import { written } from '@/lib/i18n/locales'

export interface ThreadStop {
  id: string
  heading: string
  /** Language of the heading. */
  lang: string
  /** Whether it counts towards completion, so that reading past it is not enough. */
  counts: boolean
}

export type StopState = 'done' | 'skip' | 'now' | 'todo'

export interface ThreadLabels {
  inThis: string
  /** One ready sentence per stop: "Part 3 of 7". */
  parts: string[]
  states: Record<StopState, string>
}

/** A stop that counts is done when it was tried or replaced; one that is only read, when it was reached. */
export const stopState = (state: BlockState | undefined, counts: boolean): StopState => {
  if (state === 'skipped') return 'skip'
  if (state === 'tried' || state === 'replaced') return 'done'
  return state === 'reached' && !counts ? 'done' : 'todo'
}

/**
 * The thread: where you are in this lesson, what you did and what you skipped. Beside the text on a wide
 * screen, behind "Part n of m" on a phone. Without scripts it is a list of links.
 */
export function LessonThread(props: { course: string; lesson: string; stops: ThreadStop[]; labels: ThreadLabels; where: 'side' | 'top' }) {
  const { stops, labels, where } = props
  const { progress } = useProgress(props.course)
  const here = useHere(stops)
  const states = stops.map((stop, n) =>
    n === here ? 'now' : stopState(progress.lessons[props.lesson]?.blocks[stop.id], stop.counts),
  )
  const list = (
    <ol className="thread thread-links">
      {stops.map((stop, n) => (
        <li key={stop.id} data-s={states[n]}>
          <a className="t" href={`#${stop.id}`} aria-current={n === here ? 'step' : undefined}>
            <bdi {...written(stop.lang)}>{stop.heading}</bdi>
            <span className="vh"> ({labels.states[states[n] ?? 'todo']})</span>
          </a>
        </li>
      ))}
    </ol>
  )
  if (where === 'side')
    return (
      <nav className="lesson-nav" aria-label={labels.inThis}>
        <p className="strong lesson-nav-title">{labels.inThis}</p>
        {list}
      </nav>
    )
  return (
    <details className="where">
      <summary>
        <span className="segs" aria-hidden="true">
          {stops.map((stop, n) => <i key={stop.id} data-s={states[n]} />)}
        </span>
        <span className="nowrap">{labels.parts[here]}</span>
      </summary>
      <div>{list}</div>
    </details>
  )
}

/** Index of the stop in view: the last one whose top has passed the upper third of the window. */
function useHere(stops: ThreadStop[]): number {
  const [here, setHere] = useState(0)
  useEffect(() => {
    const look = () => {
      const line = window.innerHeight / 3
      const tops = stops.map((stop) => document.getElementById(stop.id)?.getBoundingClientRect().top ?? Infinity)
      setHere(Math.max(0, tops.findLastIndex((top) => top <= line)))
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [stops])
  return here
}
