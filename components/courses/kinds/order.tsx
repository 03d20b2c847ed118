import type { OrderBlock } from '@/lib/courses/kinds/order'
import { ItemsReading } from '../items/items-reading'
import { Practice } from '../items/practice'
import { type PracticeItem, practiceParts } from '../items/practice-item'
import type { KindProps } from '../kind-props'

export function OrderView({ block, shared, place }: KindProps<OrderBlock>) {
  const items: PracticeItem[] = [{ id: block.id, kind: 'order', parts: practiceParts(block.steps) }]
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
