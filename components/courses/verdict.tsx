import type { Fit } from '@/lib/courses/block'
import { Icon } from '../ui/icon'
import { check, circleCheck, hand, undo2 } from '../ui/glyphs'

/** How well something serves the person: an icon and words, in one tone for all. No red, no cross. */
const glyphs: Record<Fit, string> = { best: circleCheck, good: check, costly: undo2, harmful: hand }

export function Verdict({ fit, children }: { fit: Fit; children: string }) {
  return (
    <p className="fit">
      <Icon of={glyphs[fit]} flip={fit === 'costly'} />
      {children}
    </p>
  )
}
