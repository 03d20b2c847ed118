import type { Locale } from '@/lib/i18n/locales'
import type { Answer } from '@/lib/quizzes/answer'
import type { Drawn } from '@/lib/quizzes/commands'
import type { Review } from '@/lib/quizzes/review'
import { isRecord } from '../ui/is-record'

/** What this device keeps of a check: enough to go on after the tab was closed, at any moment. */
export interface KeptCheck {
  /** Whoever holds it is the candidate; the server keeps only its hash. */
  candidate: string
  attempt: string
  sheet?: Pick<Drawn, 'items' | 'number' | 'draft' | 'locale'> | undefined
  /** The language that the sheet was asked for in. */
  locale?: Locale
  answers: Record<string, Answer>
  /** Index of the question in view. */
  at: number
  review?: Review | undefined
  passed?: boolean
}

/**
 * Reads the note of a check. What is torn or of another version of this site is as good as nothing kept: the check
 * begins anew, and the server knows the tries. A sheet that does not fit is drawn again, with the answers it has.
 */
export function readKept(note: string): KeptCheck | undefined {
  const kept = parse(note)
  if (!isRecord(kept) || typeof kept.candidate !== 'string' || typeof kept.attempt !== 'string') return undefined
  const { at, answers, sheet, review } = kept
  return {
    ...kept,
    candidate: kept.candidate,
    attempt: kept.attempt,
    at: typeof at === 'number' && Number.isInteger(at) && at >= 0 ? at : 0,
    answers: isRecord(answers) ? Object.fromEntries(Object.entries(answers).filter(isGiven)) : {},
    sheet: isSheet(sheet) ? sheet : undefined,
    review: isReview(review) ? review : undefined,
  }
}

function parse(note: string): unknown {
  try {
    return note ? JSON.parse(note) : undefined
  } catch {
    return undefined
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

const isGiven = (entry: [string, unknown]): entry is [string, Answer] => {
  const [, answer] = entry
  if (Array.isArray(answer)) return answer.every(isText)
  return isText(answer) || (isRecord(answer) && Object.values(answer).every(isText))
}

const isSheet = (sheet: unknown): sheet is NonNullable<KeptCheck['sheet']> =>
  isRecord(sheet) &&
  isText(sheet.locale) &&
  Array.isArray(sheet.items) &&
  sheet.items.length > 0 &&
  sheet.items.every((item) => isRecord(item) && isText(item.id) && isRecord(item.stem) && Array.isArray(item.parts))

const isReview = (review: unknown): review is Review =>
  isRecord(review) &&
  Array.isArray(review.items) &&
  review.items.every((item) => isRecord(item) && isText(item.topic) && Array.isArray(item.feedback))
