'use client'

import { useEffect, useRef, useState } from 'react'
import { append, all } from '../progress/device'
import type { ThreadStop } from './lesson-thread'

interface Props {
  course: string
  lesson: string
  revision: number
  stops: ThreadStop[]
  labels: { resumed: string; fromStart: string }
}

/**
 * Keeps the place: writes down which parts came into view, and after a return leads to the very block
 * where this device stopped, unless the address names another. It shows one line, with the way back to the top.
 */
export function LessonPlace({ course, lesson, revision, stops, labels }: Props) {
  const [resumed, setResumed] = useState<string>()
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    let watch: (() => void) | undefined
    let gone = false
    void place()
    return () => {
      gone = true
      watch?.()
    }

    async function place() {
      const before = (await all(course)).lessons[lesson]
      if (gone) return
      const stop = stops.find(({ id }) => id === before?.lastBlock)
      // Not under somebody who reads already.
      if (!window.location.hash && window.scrollY === 0 && stop && stop !== stops[0] && !before?.finished) {
        document.getElementById(stop.id)?.scrollIntoView()
        setResumed(stop.heading)
      }
      if (!before?.openedAt) append({ kind: 'lesson.opened', course, lesson, revision })
      watch = watchBlocks({ course, lesson, revision, stops, finished: Boolean(before?.finished) })
    }
  }, [course, lesson, revision, stops])

  return (
    <p className="resumed" role="status">
      {resumed && (
        <>
          {labels.resumed.replace('{part}', resumed)}{' '}
          <a className="link" href="#main" onClick={() => setResumed(undefined)}>{labels.fromStart}</a>
        </>
      )}
    </p>
  )
}

/** Appends `block.reached` when a block stays in view for a second, and `lesson.finished` at the end of the page. */
function watchBlocks({ course, lesson, revision, stops, finished }: Omit<Props, 'labels'> & { finished: boolean }) {
  const waiting = new Map<Element, ReturnType<typeof setTimeout>>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        clearTimeout(waiting.get(target))
        if (isIntersecting) waiting.set(target, setTimeout(() => reached(target), 1000))
      }
    },
    // A block counts as in view when it crosses the middle of the window.
    { rootMargin: '-45% 0px -45% 0px' },
  )
  function reached(target: Element) {
    if (target.id !== 'next') append({ kind: 'block.reached', course, lesson, revision, block: target.id })
    else if (!finished) {
      finished = true
      append({ kind: 'lesson.finished', course, lesson, revision })
    }
  }
  for (const id of [...stops.map((stop) => stop.id), 'next']) {
    const element = document.getElementById(id)
    if (element) observer.observe(element)
  }
  return () => {
    observer.disconnect()
    for (const timer of waiting.values()) clearTimeout(timer)
  }
}
