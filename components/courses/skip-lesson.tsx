'use client'

import { append } from '../progress/device'

interface Props {
  place: { course: string; lesson: string; revision: number }
  blocks: { id: string; counts: boolean }[]
  label: string
}

/** Skips the whole lesson: every part that counts is written down as skipped, and the link leads to its end. */
export function SkipLesson({ place, blocks, label }: Props) {
  const skip = () => {
    for (const block of blocks) if (block.counts) append({ kind: 'block.skipped', ...place, block: block.id })
    append({ kind: 'lesson.finished', ...place })
  }
  return <a className="link" href="#next" onClick={skip}>{label}</a>
}
