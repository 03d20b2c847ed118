import type { ItemKind } from '@/lib/courses/item'
import type { KindRules } from './kind'
import { match } from './kinds/match'
import { multiple } from './kinds/multiple'
import { node } from './kinds/node'
import { order } from './kinds/order'
import { single } from './kinds/single'

/** How each kind of item is shown and graded. Server only: grading never enters the browser bundle. */
export const kinds = { single, multiple, node, order, match } satisfies Record<ItemKind, KindRules>
