import { z } from 'zod'
import type { Item } from '@/lib/courses/item'
import { defineKind } from '../kind'
import { openParts } from '../sheet'

/** Steps in their order; credit for each pair of neighbours that belong together (curriculum §7.2). */
export const order = defineKind({
  answer: z.array(z.string()),
  fits: ({ parts }, steps) => steps.length === parts.length && new Set(steps).size === steps.length,
  open: openParts,
  key: ({ parts }) => parts.map(({ id }) => id),
  points: (item, steps) => neighbours(item, steps) / (steps.length - 1),
  feedbackFor: ({ parts }, steps) => parts.filter(({ id }, place) => steps[place] !== id),
})

const neighbours = ({ parts }: Item, steps: string[]): number =>
  parts.slice(1).filter(({ id }, before) => steps.indexOf(id) === steps.indexOf(parts[before]!.id) + 1).length
