import type { BlockBase } from '../block'
import type { Rich } from '../rich'

export interface TodayBlock extends BlockBase<'today'> {
  body: Rich
  /** Label of the tick box. */
  done: string
}
