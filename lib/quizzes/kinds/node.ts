import { z } from 'zod'
import type { Fit } from '@/lib/courses/block'
import { defineKind } from '../kind'
import { openParts } from '../sheet'

const worth: Record<Fit, number> = { best: 1, good: 0.7, costly: 0.3, harmful: 0 }

/** A moment of a scenario (curriculum §7.2). What is good enough is right. */
export const node = defineKind({
  answer: z.string(),
  open: openParts,
  key: ({ parts }) => parts.find((part) => part.fit === 'best')?.id ?? '',
  points: ({ parts }, answer) => worth[parts.find(({ id }) => id === answer)?.fit ?? 'harmful'],
  rightFrom: worth.good,
  feedbackFor: ({ parts }, answer) => parts.filter(({ id }) => id === answer),
})
