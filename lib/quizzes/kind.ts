import type { z } from 'zod'
import type { Item, Part } from '@/lib/courses/item'
import type { Answer } from './answer'
import type { PublicItem } from './sheet'

/** What a kind of item decides. Answers stand in the ids of the bank here. */
interface Definition<Given extends Answer> {
  /** The shape of an answer. */
  answer: z.ZodType<Given>
  /** Whether an answer of that shape can be given to this item. */
  fits?: (item: Item, answer: Given) => boolean
  /** What the browser may see before it has answered. */
  open: (item: Item, seed: string) => Omit<PublicItem, 'id'>
  /** The answer that earns full marks. */
  key: (item: Item) => Given
  /** Between 0 and 1. */
  points: (item: Item, answer: Given) => number
  /** From how many points on an answer is right; 1 when not said. */
  rightFrom?: number
  /** The parts whose feedback belongs to this answer. */
  feedbackFor: (item: Item, answer: Given) => Part[]
}

interface Grade {
  answer: Answer
  points: number
  right: boolean
  feedback: Part[]
}

export interface KindRules {
  open: (item: Item, seed: string) => Omit<PublicItem, 'id'>
  key: (item: Item) => Answer
  rightFrom: number
  /** Undefined: this is no answer to this item. */
  grade: (item: Item, answer: Answer) => Grade | undefined
}

/** Closes over the shape of the answers, so that the registry can hold kinds of different shapes. */
export function defineKind<Given extends Answer>(definition: Definition<Given>): KindRules {
  const { answer: schema, fits, open, key, points, rightFrom = 1, feedbackFor } = definition
  return {
    open,
    key,
    rightFrom,
    grade(item, given) {
      const answer = schema.safeParse(given)
      if (!answer.success || fits?.(item, answer.data) === false) return undefined
      const earned = points(item, answer.data)
      return {
        answer: answer.data,
        points: earned,
        right: earned >= rightFrom,
        feedback: feedbackFor(item, answer.data),
      }
    },
  }
}
