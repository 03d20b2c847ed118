import type { BlockBase } from '../block'
import type { Part } from '../item'
import type { Rich } from '../rich'

/** The steps stand in their right order; the learner meets them mixed. */
export interface OrderBlock extends BlockBase<'order'> {
  intro: Rich
  steps: Part[]
}
