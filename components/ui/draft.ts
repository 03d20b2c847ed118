import type { Values } from '@/lib/form-state'

// What somebody typed into a form when the session had ended: in this tab only, and put back for the same person only.

const place = 'haven.draft'

interface Kept {
  owner: string
  forms: Record<string, Values>
  /** The page of the form that was sent last. */
  path?: string
}

/** Whom scripts may take for signed in, '' for nobody. Read here as in components/progress/who.ts: a form knows no noun. */
export const ownerNow = (): string =>
  typeof document === 'undefined' ? '' : (/(?:^|; )__Host-who=\w+\.([\w-]{22})(?:;|$)/.exec(document.cookie)?.[1] ?? '')

/** What people see and typed themselves: nothing hidden, no password; and a consent that is ticked is given anew. */
export function typedIn(form: HTMLFormElement): Values {
  const unseen = new Set([...form.querySelectorAll<HTMLInputElement>('[type="hidden"], [type="password"], [type="checkbox"]')].map(({ name }) => name))
  return Object.fromEntries([...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !unseen.has(entry[0])))
}

/**
 * Keeps what was typed. @param owner whose form it was when it was opened
 * @returns whether it is kept: not where somebody else is signed in by now, or the browser refuses
 */
export function keepDraft(owner: string, id: string, typed: Values): boolean {
  if (!owner || owner !== ownerNow() || Object.keys(typed).length === 0) return false
  return write({ owner, forms: { ...read()?.forms, [id]: typed }, path: location.pathname })
}

/** What this person typed into this form before. What somebody else left in this tab goes. */
export function draftOf(owner: string, id: string): Values | undefined {
  return read(owner)?.forms[id]
}

/** The page on which something typed waits for whoever is signed in now. */
export function draftPath(): string | undefined {
  const kept = read()
  return kept && Object.keys(kept.forms).length > 0 ? kept.path : undefined
}

/** Forgets what has been sent. */
export function dropDraft(owner: string, id: string): void {
  const kept = read(owner)
  if (!kept?.forms[id]) return
  const { [id]: _sent, ...forms } = kept.forms
  write({ ...kept, forms })
}

function read(owner = ownerNow()): Kept | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as Kept | null
    if (kept?.owner === owner) return kept
    sessionStorage.removeItem(place)
  } catch {
    // Storage refused (private window): nothing is kept.
  }
  return undefined
}

function write(kept: Kept): boolean {
  try {
    sessionStorage.setItem(place, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}
