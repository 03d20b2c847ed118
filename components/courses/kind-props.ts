import type { ReactNode } from 'react'
import type { BlockBase } from '@/lib/courses/block'
import type { KindName } from '@/lib/courses/kinds'
import type { Rendered } from '@/lib/courses/rich'
import type { Messages } from '@/lib/i18n/messages'

/** Where a block stands: what its events and its notes on the device are filed under. */
export interface BlockPlace {
  course: string
  lesson: string
  revision: number
  block: string
}

/** Sentences that every kind may need, as plain strings; `{n}` is filled by lib/i18n/fill.ts. */
export type BlockLabels = Messages['courses']['blocks']

export type KindLabels<Kind extends KindName> = Messages['courses']['kinds'][Kind]

/** What the view of one kind receives: the block with its texts ready to show, and its sentences. */
export interface KindProps<B extends BlockBase<KindName>> {
  block: Rendered<B, ReactNode>
  labels: KindLabels<B['kind']>
  shared: BlockLabels
  place: BlockPlace
}
