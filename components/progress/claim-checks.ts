import { readKept } from '../quizzes/kept-check'
import { post } from '../ui/post'
import { checkNote } from './check-note'
import { everything, view } from './device'
import { aside, ownerIn } from './exchange'
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

/** Those that are to be handed over. */
export const claimable = (): Open[] => unclaimed().filter(({ mark }) => !aside.has(mark))

/**
 * Hands a candidate over to the account: what it has passed, and will pass, counts there.
 * @param person whose account (who.ts)
 */
export async function claim(person: string, { candidate, course }: Omit<Open, 'mark'>): Promise<{ passed?: boolean; trouble?: string }> {
  const { said, trouble } = await post<{ passed: boolean }>('/api/check/claim', { owner: ownerIn(person), candidate, course })
  // Whatever stands between us and the server may answer too.
  return typeof said?.passed === 'boolean' ? { passed: said.passed } : { trouble: trouble ?? 'failed' }
}

/**
 * Claims what is open.
 * @param person whose account (who.ts)
 * @returns whether there is something new to fetch, or what is in the way
 */
export async function claimChecks(person: string): Promise<{ news: boolean; trouble?: string }> {
  let news = false
  for (const open of claimable()) {
    const { passed, trouble } = await claim(person, open)
    if (trouble === 'access.errors.badInput') {
      aside.add(open.mark)
      continue
    }
    if (trouble) return { news, trouble }
    news ||= passed === true
    keepSyncNote({ claimed: [...(readSyncNote().claimed ?? []), open.mark] })
  }
  return { news }
}
