import type { CardBlock } from '@/lib/courses/kinds/card'
import type { KindProps } from '../kind-props'

/** Say, do, avoid: read in ten seconds. */
export function CardView({ block }: KindProps<CardBlock>) {
  return <div className="card">{block.body}</div>
}
