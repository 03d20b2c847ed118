import type { MatchBlock } from '@/lib/courses/kinds/match'
import { ItemsReading } from '../items/items-reading'
import { Practice } from '../items/practice'
import { type PracticeItem, practiceParts } from '../items/practice-item'
import type { KindProps } from '../kind-props'

export function MatchView({ block, shared, place }: KindProps<MatchBlock>) {
  const items: PracticeItem[] = [{ id: block.id, kind: 'match', parts: practiceParts(block.pairs) }]
  return (
    <div className="stack">
      <div className="prose">{block.intro}</div>
      <Practice items={items} place={place} labels={shared} />
      <noscript>
        <ItemsReading items={items} labels={shared} />
      </noscript>
    </div>
  )
}
