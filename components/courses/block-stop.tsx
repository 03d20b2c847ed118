'use client'

import { type MouseEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { BlockLabels, BlockPlace } from './kind-props'
import { stopState } from './lesson-thread'
import { useBlock } from './use-block'
import { useOutcome } from './use-outcome'

interface Props {
  place: BlockPlace
  /** Id of what comes after. */
  next: string
  /** What kind of block it is, in words. */
  kind: string
  icon: ReactNode
  /** Undefined when the view shows it itself, under the same id. */
  heading: string | undefined
  counts: boolean
  canSkip: boolean
  labels: BlockLabels
  children: ReactNode
}

/**
 * A stop on the thread. Skipping closes it and says that it counts; it can be opened after all.
 * Without scripts "Skip this part" is a link to the next one.
 */
export function BlockStop({ place, next, kind, icon, heading, counts, canSkip, labels, children }: Props) {
  const { block } = place
  const { state, skipped } = useBlock(place)
  const [opened, setOpened] = useState(false)
  const section = useRef<HTMLElement>(null)
  const outcome = useOutcome<HTMLDivElement>()
  const body = useOutcome<HTMLDivElement>()
  const here = useInView(section)
  const closed = state === 'skipped' && !opened

  const skip = (event: MouseEvent) => {
    event.preventDefault()
    setOpened(false)
    skipped()
    outcome.lead()
  }
  return (
    <section
      ref={section}
      className="block"
      id={block}
      data-s={here ? 'now' : stopState(state, counts)}
      aria-labelledby={`${block}-h`}
    >
      <p className="block-k">
        {icon}
        <span>{kind}</span>
        {canSkip && !closed && state !== 'tried' && state !== 'replaced' && (
          <a className="skip-to" href={`#${next}`} aria-describedby={`${block}-h`} onClick={skip}>{labels.skip}</a>
        )}
      </p>
      {heading && <h2 id={`${block}-h`}>{heading}</h2>}
      {closed && (
        <div className="skipped" ref={outcome.ref} tabIndex={-1}>
          <span>{labels.skipped}</span>
          <button
            type="button"
            className="link"
            onClick={() => {
              setOpened(true)
              body.lead()
            }}
          >
            {labels.open}
          </button>
        </div>
      )}
      {state === 'replaced' && <p className="muted">{labels.replaced}</p>}
      <div ref={body.ref} tabIndex={-1} hidden={closed}>{children}</div>
    </section>
  )
}

/** Whether the element crosses the line at a third of the window's height, where a reader is taken to be. */
function useInView(element: RefObject<HTMLElement | null>): boolean {
  const [inView, setInView] = useState(false)
  useEffect(() => {
    if (!element.current || typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver((entries) => setInView(Boolean(entries.at(-1)?.isIntersecting)), {
      rootMargin: '-33% 0px -66% 0px',
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return inView
}
