import type { ReactNode } from 'react'
import type { KindName } from '@/lib/courses/kinds'
import {
  arrowDownUp, bookOpen, circleQuestionMark, columns2, link2, listChecks, lock, messageSquareQuote, messageSquareText, split,
  stickyNote, sun,
} from '../ui/glyphs'
import type { KindProps } from './kind-props'
import { CardView } from './kinds/card'
import { ChecklistView } from './kinds/checklist'
import { MatchView } from './kinds/match'
import { OrderView } from './kinds/order'
import { QuizView } from './kinds/quiz'
import { ReflectView } from './kinds/reflect'
import { ScenarioView } from './kinds/scenario'
import { SortView } from './kinds/sort'
import { TestimonyView } from './kinds/testimony'
import { TextView } from './kinds/text'
import { TodayView } from './kinds/today'
import { WordsView } from './kinds/words'

/** How a kind of block looks. A method, so that the view of one kind can stand in a list of all. */
interface KindFace {
  View(props: KindProps<never>): ReactNode
  glyph: string
  /** Whether the icon is mirrored where the page runs right to left. */
  flip?: boolean
  /** Whether the view shows the heading itself. */
  ownHeading?: boolean
}

/** The face of every kind of block; what a kind decides is in lib/courses/kinds.ts. */
export const faces = {
  text: { View: TextView, glyph: bookOpen },
  card: { View: CardView, glyph: stickyNote },
  reflect: { View: ReflectView, glyph: lock },
  sort: { View: SortView, glyph: columns2 },
  words: { View: WordsView, glyph: messageSquareQuote },
  checklist: { View: ChecklistView, glyph: listChecks, flip: true },
  scenario: { View: ScenarioView, glyph: split },
  testimony: { View: TestimonyView, glyph: messageSquareText, flip: true },
  order: { View: OrderView, glyph: arrowDownUp },
  match: { View: MatchView, glyph: link2 },
  quiz: { View: QuizView, glyph: circleQuestionMark },
  today: { View: TodayView, glyph: sun, ownHeading: true },
} satisfies Record<KindName, KindFace>

/** The face under a name, for code that treats all kinds alike. */
export const faceOf = (kind: KindName): KindFace => faces[kind]
