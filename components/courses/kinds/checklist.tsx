import type { ChecklistBlock } from '@/lib/courses/kinds/checklist'
import type { KindProps } from '../kind-props'
import { ChecklistPlay } from './checklist-play'

/** Works without scripts too: then the ticks simply are not kept. */
export function ChecklistView(props: KindProps<ChecklistBlock>) {
  return (
    <div className="stack">
      <div className="prose">{props.block.intro}</div>
      <ChecklistPlay {...props} />
    </div>
  )
}
