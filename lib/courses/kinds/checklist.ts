import type { BlockBase } from '../block'
import type { Rich } from '../rich'

export interface ChecklistBlock extends BlockBase<'checklist'> {
  intro: Rich
  groups: { heading?: string; checks: { id: string; text: Rich }[] }[]
}
