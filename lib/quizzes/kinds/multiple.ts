import { z } from 'zod'
import { defineKind } from '../kind'
import { openParts } from '../sheet'

/** Choose all that help: right picks minus wrong picks, over the number of right ones, not below 0 (curriculum §7.2). */
export const multiple = defineKind({
  answer: z.array(z.string()).refine((picks) => new Set(picks).size === picks.length),
  open: openParts,
  key: ({ parts }) => parts.filter((part) => part.right).map(({ id }) => id),
  points({ parts }, picks) {
    const right = parts.filter((part) => part.right)
    const hits = right.filter(({ id }) => picks.includes(id)).length
    return Math.max(0, (2 * hits - picks.length) / right.length)
  },
  feedbackFor: ({ parts }, picks) => parts.filter(({ id }) => picks.includes(id)),
})
