import type { TodayBlock } from '@/lib/courses/kinds/today'
import { Room } from '../../ui/room'
import type { KindProps } from '../kind-props'
import { TodayTick } from './today-tick'

/** One thing to do today, two minutes at most. */
export function TodayView({ block, place }: KindProps<TodayBlock>) {
  return (
    <div className="today">
      <Room />
      <h2 id={`${block.id}-h`}>{block.heading}</h2>
      <div className="read">{block.body}</div>
      <TodayTick label={block.done} place={place} />
    </div>
  )
}
