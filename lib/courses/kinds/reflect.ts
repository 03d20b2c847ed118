import type { BlockBase } from '../block'
import type { Rich } from '../rich'

export interface ReflectBlock extends BlockBase<'reflect'> {
  prompt: Rich
}
