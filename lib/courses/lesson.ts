import type { CardBlock } from './kinds/card'
import type { ChecklistBlock } from './kinds/checklist'
import type { MatchBlock } from './kinds/match'
import type { OrderBlock } from './kinds/order'
import type { QuizBlock } from './kinds/quiz'
import type { ReflectBlock } from './kinds/reflect'
import type { ScenarioBlock } from './kinds/scenario'
import type { SortBlock } from './kinds/sort'
import type { TestimonyBlock } from './kinds/testimony'
import type { TextBlock } from './kinds/text'
import type { TodayBlock } from './kinds/today'
import type { WordsBlock } from './kinds/words'
import type { Rich } from './rich'

export type Block =
  | CardBlock
  | ChecklistBlock
  | MatchBlock
  | OrderBlock
  | QuizBlock
  | ReflectBlock
  | ScenarioBlock
  | SortBlock
  | TestimonyBlock
  | TextBlock
  | TodayBlock
  | WordsBlock

/** One lesson in one language, parsed. */
export interface LessonDocument {
  title: string
  /** Marked by its translator as not yet reviewed. */
  draft: boolean
  aim: Rich
  note?: string
  blocks: Block[]
}
