import { deleteDB } from 'idb'
import { readKept } from '../quizzes/kept-check'
import { checkNote } from './check-note'
import { claim } from './claim-checks'
import { everything, keepNote, note, take, view } from './device'
import { shelf } from './shelf'
import { begin, settle } from './sync'

/** What this device learned without an account. */
const anonymous = 'haven'

/** The key of the note with the person's answer: `yes` until all of it is kept, or `no`. */
export const keepKey = 'keep'

type Kept = Awaited<ReturnType<ReturnType<typeof shelf>['read']>>

/**
 * What was learned on this device without an account.
 * @returns undefined when there is nothing worth asking about
 */
export async function findAnonymous(): Promise<{ lessons: number } | undefined> {
  const kept = await readAnonymous()
  if (!kept || (kept.events.length === 0 && checksIn(kept).length === 0)) return undefined
  return { lessons: new Set(kept.events.flatMap((event) => ('lesson' in event ? [`${event.course}/${event.lesson}`] : []))).size }
}

async function readAnonymous(): Promise<Kept | undefined> {
  // Looking must not make a database where there is none.
  const names = await indexedDB.databases?.().catch(() => undefined)
  if (names && !names.some(({ name }) => name === anonymous)) return undefined
  return shelf(anonymous).read().catch(() => undefined)
}

const checksIn = ({ notes }: Kept) =>
  notes.flatMap(([key, text]) => {
    const kept = key.startsWith(checkNote('')) ? readKept(text) : undefined
    return kept ? [{ course: key.slice(checkNote('').length), candidate: kept.candidate }] : []
  })

/**
 * Takes what was learned here into the person's account. Only when the account holds all of it does it go from where it
 * was, so that whatever comes in between, doing it again loses nothing and doubles nothing.
 * @param person who is signed in (who.ts). Notes come along on a device of their own only: a shared computer keeps none.
 * @returns whether all is kept; otherwise it can be done again
 */
export async function keepAnonymous(person: string): Promise<boolean> {
  begin(person)
  keepNote(keepKey, 'yes')
  let kept = await readAnonymous()
  for (let round = 0; kept; round++) {
    if (round === rounds || !(await takeOver(person, kept))) return false
    const now = await readAnonymous()
    if (JSON.stringify(now) === JSON.stringify(kept)) {
      await deleteDB(anonymous)
      break
    }
    kept = now
  }
  keepNote(keepKey, '')
  // What was passed comes from the account.
  await settle()
  return true
}

/** Somebody may still be at work in another tab, without the account: what came in meanwhile is taken over too. */
const rounds = 3

/** @returns whether the account holds all of it now */
async function takeOver(person: string, kept: Kept): Promise<boolean> {
  const withNotes = person.startsWith('private')
  if (withNotes) for (const [key, text] of kept.notes) keepNote(key, joined(key, note(key), text))
  const known = new Set(everything().events.map(({ id }) => id))
  await take(kept.events.filter(({ id }) => !known.has(id)))
  // A browser that keeps nothing would lose the notes.
  if (withNotes && kept.notes.length > 0 && !view('').persistent) return false
  if ((await settle()) !== 'sent') return false
  for (const check of checksIn(kept)) if ((await claim(person, check)).trouble) return false
  return true
}

/** It belongs to somebody else: it stays untouched, and this person is not asked again here. */
export const leaveAnonymous = (): void => keepNote(keepKey, 'no')

/** Nobody's own words are lost when both have written; of other notes the person's own counts. */
function joined(key: string, own: string, other: string): string {
  if (!own || own === other) return other
  if (key.startsWith(checkNote(''))) return readKept(own)?.passed || !readKept(other)?.passed ? own : other
  const [mine, theirs] = [wordsIn(key, own), wordsIn(key, other)]
  if (!mine || !theirs || mine.includes(theirs)) return own
  if (theirs.includes(mine)) return other
  const both = `${mine}\n\n${theirs}`
  return key.endsWith('/commitment') ? both : JSON.stringify(both)
}

/** A reflection is kept as JSON text, a commitment as it is; undefined for what is not written by hand. */
function wordsIn(key: string, text: string): string | undefined {
  if (key.endsWith('/commitment')) return text
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'string' ? read : undefined
  } catch {
    return undefined
  }
}
