'use client'

import type { BlockPlace } from '../kind-props'
import { useSaved } from '../use-saved'

/** For oneself: the tick is kept on the device and counts for nothing. */
export function TodayTick({ label, place }: { label: string; place: BlockPlace }) {
  const [ticked, save] = useSaved(place, false, (kept) => kept === true)
  return (
    <label className="check">
      <input type="checkbox" checked={ticked} onChange={(event) => save(event.target.checked)} />
      <span>{label}</span>
    </label>
  )
}
