import { z } from 'zod'
import { defineKind } from '../kind'
import { openParts } from '../sheet'

/** One option is right. */
export const single = defineKind({
  answer: z.string(),
  open: openParts,
  key: ({ parts }) => parts.find((part) => part.right)?.id ?? '',
  points: ({ parts }, answer) => (parts.some((part) => part.id === answer && part.right) ? 1 : 0),
  feedbackFor: ({ parts }, answer) => parts.filter((part) => part.id === answer),
})
