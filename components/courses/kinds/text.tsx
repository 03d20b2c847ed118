import type { TextBlock } from '@/lib/courses/kinds/text'
import type { KindProps } from '../kind-props'

export function TextView({ block }: KindProps<TextBlock>) {
  return <div className="prose">{block.body}</div>
}
