import type { QuizBlock } from '@/lib/courses/kinds/quiz'
import { ItemsReading } from '../items/items-reading'
import { Practice } from '../items/practice'
import { type PracticeItem, practiceParts } from '../items/practice-item'
import type { KindProps } from '../kind-props'

export function QuizView({ block, shared, place }: KindProps<QuizBlock>) {
  const items = block.items.map(
    ({ id, kind, topic, stem, parts }): PracticeItem => ({ id, kind, topic, question: stem, parts: practiceParts(parts) }),
  )
  return (
    <>
      <Practice items={items} place={place} labels={shared} />
      <noscript>
        <ItemsReading items={items} labels={shared} />
      </noscript>
    </>
  )
}
