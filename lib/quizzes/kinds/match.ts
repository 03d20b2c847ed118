import { z } from 'zod'
import { defineKind } from '../kind'
import { openPairs } from '../sheet'

/** The share of left sides that got their own right side. A left side may be left alone. */
export const match = defineKind({
  answer: z.record(z.string(), z.string()),
  open: openPairs,
  key: ({ parts }) => Object.fromEntries(parts.map(({ id }) => [id, id])),
  points: ({ parts }, pairs) => parts.filter(({ id }) => pairs[id] === id).length / parts.length,
  feedbackFor: ({ parts }, pairs) => parts.filter(({ id }) => pairs[id] !== undefined && pairs[id] !== id),
})
