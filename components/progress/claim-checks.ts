import { readKept } from '../quizzes/kept-check'
import { post } from '../ui/post'
import { checkNote } from './check-note'
import { everything, view } from './device'
import { keepSyncNote, readSyncNote } from './sync-note'

interface Open {
  candidate: string
  course: string
  mark: string
}

/** The checks on this device that the account does not know of yet: begun, or passed since it was told. */
export function unclaimed(): Open[] {
  const { claimed = [] } = readSyncNote()
  return [...everything().notes].flatMap(([key, text]) => {
    const course = key.slice(checkNote('').length)
    const kept = key.startsWith(checkNote('')) ? readKept(text) : undefined
    if (!kept || view(course).progress.checkPassed) return []
    const mark = kept.candidate + (kept.passed ? '+' : '')
    return claimed.includes(mark) ? [] : [{ candidate: kept.candidate, course, mark }]
  })
}

/** Hands a candidate over to the account: what it has passed, and will pass, counts there. */
export const claim = ({ candidate, course }: Omit<Open, 'mark'>) =>
  post<{ passed: boolean }>('/api/check/claim', { candidate, course })

/**
 * Claims what is open.
 * @returns whether there is something new to fetch, or what is in the way
 */
export async function claimChecks(): Promise<{ news: boolean; trouble?: string }> {
  let news = false
  for (const open of unclaimed()) {
    const { said, trouble } = await claim(open)
    // A candidate that the server cannot read is nobody's: asking again is of no use.
    if (!said && trouble !== 'access.errors.badInput') return { news, trouble }
    news ||= said?.passed === true
    keepSyncNote({ claimed: [...(readSyncNote().claimed ?? []), open.mark] })
  }
  return { news }
}
