import type { BlockBase } from '../block'
import type { Rich } from '../rich'

export interface SortBlock extends BlockBase<'sort'> {
  intro: Rich
  bins: { id: string; label: string }[]
  entries: { id: string; bin: string; text: Rich; feedback: Rich }[]
}
