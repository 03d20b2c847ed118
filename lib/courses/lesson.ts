import type { Kind } from './kind'
import type { KindName, kinds } from './kinds'
import type { Rich } from './rich'

/** A block of any registered kind, told apart by `kind`. */
export type Block = { [Name in KindName]: (typeof kinds)[Name] extends Kind<infer B> ? B : never }[KindName]

/** One lesson in one language, parsed. */
export interface LessonDocument {
  title: string
  /** Marked by its translator as not yet reviewed. */
  draft: boolean
  aim: Rich
  note?: string
  blocks: Block[]
}
