import type { ReactNode } from 'react'
import type { Item, Part } from '@/lib/courses/item'
import type { Rendered } from '@/lib/courses/rich'
import { isRecord } from '../../ui/is-record'
import type { Answer, AskedItem } from './item'
import { mixed } from './mixed'

/** A part whose second side is words only (render.tsx), because it becomes an option of a native list. */
export type PracticePart = Omit<Rendered<Part, ReactNode>, 'other'> & { other?: string }

export const practiceParts = (parts: readonly Rendered<Part, ReactNode>[]): PracticePart[] =>
  parts.map(({ other, ...part }) => (typeof other === 'string' ? { ...part, other } : part))

/** An item with its key and feedback, which a practice may carry: it teaches. `question` stands above the answers. */
export type PracticeItem = Pick<Item, 'id' | 'kind'> & { topic?: string; question?: ReactNode; parts: PracticePart[] }

/** How far someone is with one item. Kept on the device at every step. */
export interface Attempt {
  answer?: Answer
  /** Whether the person asked to see what the answer does. */
  checked: boolean
}

/** The item as it is asked: steps mixed, right-hand sides mixed by themselves. Options stay as they were written. */
export function asked({ id, kind, parts }: PracticeItem): AskedItem {
  if (kind === 'order') return { kind, parts: mixed(parts, id) }
  if (kind !== 'match') return { kind, parts }
  return { kind, parts, others: mixed(parts, id).map((part) => ({ id: part.id, text: part.other ?? '' })) }
}

/** Whether there is something to look at. */
export function isAnswered({ kind, parts }: PracticeItem, answer: Answer | undefined): boolean {
  if (kind === 'match') return parts.every((part) => isRecord(answer) && part.id in answer)
  return Array.isArray(answer) ? answer.length > 0 : Boolean(answer)
}

/** Reads attempts that were kept; those that no longer suit the item (a lesson can change) are left out. */
export const readAttempts =
  (items: readonly PracticeItem[]) =>
  (kept: unknown): Record<string, Attempt> | undefined => {
    if (!isRecord(kept)) return undefined
    return Object.fromEntries(
      items.flatMap((item) => {
        const attempt = kept[item.id]
        if (!isRecord(attempt) || typeof attempt.checked !== 'boolean') return []
        return suits(item, attempt.answer) ? [[item.id, attempt as unknown as Attempt]] : []
      }),
    )
  }

function suits({ kind, parts }: PracticeItem, answer: unknown): boolean {
  const known = (id: unknown) => parts.some((part) => part.id === id)
  if (answer === undefined) return true
  if (kind === 'match') return isRecord(answer) && Object.entries(answer).every((pair) => pair.every(known))
  if (kind === 'single' || kind === 'node') return known(answer)
  if (!Array.isArray(answer) || !answer.every(known) || new Set(answer).size !== answer.length) return false
  return kind === 'multiple' || answer.length === parts.length
}
