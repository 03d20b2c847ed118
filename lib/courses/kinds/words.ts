import type { BlockBase } from '../block'
import type { Part } from '../item'
import type { Rich } from '../rich'

export interface WordsBlock extends BlockBase<'words'> {
  intro: Rich
  phrases: { id: string; setting?: Rich; phrase: Rich; options: Part[] }[]
}
