import type { ReflectBlock } from '@/lib/courses/kinds/reflect'
import type { KindProps } from '../kind-props'
import { ReflectPlay } from './reflect-play'

export function ReflectView(props: KindProps<ReflectBlock>) {
  return (
    <>
      <ReflectPlay {...props} />
      <noscript>
        <p className="prose">{props.block.prompt}</p>
        <p className="muted">{props.labels.paper}</p>
      </noscript>
    </>
  )
}
