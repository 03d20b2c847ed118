import type { Fit } from '@/lib/courses/block'
import { fill } from '@/lib/i18n/fill'
import type { BlockLabels } from '../kind-props'
import { type Answer, pairsOf } from './item'
import type { PracticeItem, PracticePart } from './practice-item'

/** What is said about one part of an answer: its tone, and the words. */
export interface Judgement {
  part: PracticePart
  fit: Fit
  words: string
  /** Whether the person chose it. Its feedback stands open; the others open on request. */
  chosen: boolean
}

type Labels = Pick<BlockLabels, 'fits' | 'practice'>

/** Says of every part how well it serves, in the order in which the person sees the parts. */
export function judge(item: PracticeItem, answer: Answer | undefined, labels: Labels): Judgement[] {
  if (item.kind === 'order') return judgeOrder(item, answer, labels)
  if (item.kind === 'match') return judgePairs(item, answer, labels)
  const picked = Array.isArray(answer) ? answer : [answer]
  return item.parts.map((part) => {
    const chosen = picked.includes(part.id)
    if (part.fit) return { part, chosen, fit: part.fit, words: labels.fits[part.fit] }
    return { part, chosen, ...rightOrNot(item.kind === 'multiple' && !chosen, Boolean(part.right), labels.practice) }
  })
}

/** `leftOut`: of several answers that can be right, this one was not chosen. */
function rightOrNot(leftOut: boolean, right: boolean, words: Labels['practice']): { fit: Fit; words: string } {
  if (leftOut) return right ? { fit: 'costly', words: words.missed } : { fit: 'good', words: words.left }
  return right ? { fit: 'best', words: words.right } : { fit: 'costly', words: words.wrong }
}

function judgeOrder({ parts }: PracticeItem, answer: Answer | undefined, { practice }: Labels): Judgement[] {
  const order = Array.isArray(answer) ? answer : []
  return order.flatMap((id, place) => {
    const n = parts.findIndex((part) => part.id === id)
    const part = parts[n]
    if (!part) return []
    return n === place
      ? { part, chosen: true, fit: 'best' as const, words: practice.inPlace }
      : { part, chosen: true, fit: 'costly' as const, words: fill(practice.place, { n: n + 1 }) }
  })
}

function judgePairs({ parts }: PracticeItem, answer: Answer | undefined, { practice }: Labels): Judgement[] {
  const pairs = pairsOf(answer)
  return parts.map((part) => {
    // Two right-hand sides may say the same: then either is right.
    const given = parts.find(({ id }) => id === pairs[part.id])
    return given?.other === part.other
      ? { part, chosen: true, fit: 'best', words: fill(practice.fitsWith, { other: part.other ?? '' }) }
      : { part, chosen: true, fit: 'costly', words: fill(practice.better, { other: part.other ?? '' }) }
  })
}

/** Whether nothing is left to look at again. */
export const allRight = (judgements: readonly Judgement[]): boolean =>
  judgements.every(({ fit }) => fit === 'best' || fit === 'good')
