import type { BlockBase } from '../block'
import type { Item } from '../item'

/** Practice: keys and feedback travel with the lesson and work offline. */
export interface QuizBlock extends BlockBase<'quiz'> {
  items: Item[]
}
