'use client'

import type { BlockState } from '@/lib/progress/reduce'
import { append } from '../progress/device'
import { useProgress } from '../progress/use-progress'
import type { BlockPlace } from './kind-props'

interface BlockProgress {
  state: BlockState | undefined
  tried: () => void
  skipped: () => void
  replaced: () => void
}

/** What this device knows about a block, and the ways to tell it more. A fact that is already known is not written again. */
export function useBlock(place: BlockPlace): BlockProgress {
  const { progress } = useProgress(place.course)
  const state = progress.lessons[place.lesson]?.blocks[place.block]
  const once = (known: BlockState, kind: 'block.tried' | 'block.skipped' | 'block.replaced') => () => {
    if (state !== known) append({ kind, ...place })
  }
  return {
    state,
    tried: once('tried', 'block.tried'),
    skipped: once('skipped', 'block.skipped'),
    replaced: once('replaced', 'block.replaced'),
  }
}
