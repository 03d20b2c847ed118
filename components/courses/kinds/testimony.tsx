import type { TestimonyBlock } from '@/lib/courses/kinds/testimony'
import { Icon } from '../../ui/icon'
import { layers2 } from '../../ui/glyphs'
import type { KindProps } from '../kind-props'

/** A voice. The first line always says that no such person exists; the attribute says it to programs (care.md §7). */
export function TestimonyView({ block, labels }: KindProps<TestimonyBlock>) {
  return (
    <div className="voice" data-kind="composite">
      <p className="label">
        <Icon of={layers2} />
        <span><strong>{labels.composite}</strong> {labels.written}</span>
      </p>
      <blockquote className="prose">{block.body}</blockquote>
      {block.helped && (
        <p className="helped">
          <strong>{labels.helped}</strong> {block.helped}
        </p>
      )}
    </div>
  )
}
