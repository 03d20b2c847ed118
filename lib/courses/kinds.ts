import type { Kind } from './kind'
import { card } from './kinds/card'
import { checklist } from './kinds/checklist'
import { match } from './kinds/match'
import { order } from './kinds/order'
import { quiz } from './kinds/quiz'
import { reflect } from './kinds/reflect'
import { scenario } from './kinds/scenario'
import { sort } from './kinds/sort'
import { testimony } from './kinds/testimony'
import { text } from './kinds/text'
import { today } from './kinds/today'
import { words } from './kinds/words'
import type { Block } from './lesson'

/** Every kind of block. A new kind is one file and one line here, and the same in components/courses. */
export const kinds = {
  text,
  card,
  reflect,
  sort,
  words,
  checklist,
  scenario,
  testimony,
  order,
  match,
  quiz,
  today,
} satisfies Record<string, Kind>

export type KindName = keyof typeof kinds

export const isKindName = (name: string): name is KindName => Object.hasOwn(kinds, name)

/** The kind under a name, for code that treats all kinds alike. */
export const kindOf = (name: KindName): Kind<Block> => kinds[name]

/** Whether blocks of this kind count towards completion; a kind that is no longer registered does not. */
export const countsOf = (name: string): boolean => isKindName(name) && kinds[name].counts
