import type { BlockBase } from '../block'
import type { Rich } from '../rich'

export interface CardBlock extends BlockBase<'card'> {
  body: Rich
}
