import type { BlockBase } from '../block'
import type { Part } from '../item'
import type { Rich } from '../rich'

/** Each pair: `text` on the left, `other` on the right. */
export interface MatchBlock extends BlockBase<'match'> {
  intro: Rich
  pairs: Part[]
}
