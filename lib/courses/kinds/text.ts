import type { BlockBase } from '../block'
import type { Rich } from '../rich'

export interface TextBlock extends BlockBase<'text'> {
  body: Rich
}
