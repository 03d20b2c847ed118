'use client'

import type { BlockPlace } from './kind-props'
import { useBlock } from './use-block'

/** Leads to the card that may be read instead of a block, and writes down that it was. It counts the same. */
export function ReadCard({ card, place, label }: { card: string; place: BlockPlace; label: string }) {
  const { replaced } = useBlock(place)
  return <a className="link" href={`#${card}`} onClick={replaced}>{label}</a>
}
