/** It does not exist, or not for this actor: the same answer. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** The actor is not signed in, or may not do this. Shown like NotFound wherever a record is concerned. */
export class Denied extends Error {
  override name = 'Denied'
}

/** Understood, and not done: the reason is a message key (`quizzes.errors.notDrawn`), never a sentence. */
export class Refused extends Error {
  override name = 'Refused'
  constructor(
    readonly messageKey: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(messageKey)
  }
}

/**
 * What a database says when something was deleted while a command was still writing about it.
 * @returns Denied for a person, whose session is gone with them; NotFound for anything else; undefined for other errors
 */
export function goneMeanwhile(error: unknown): Denied | NotFound | undefined {
  if (!(error instanceof Error)) return undefined
  const [, constraint] = /foreign key constraint[^"`]*["`](\w+_fkey)/i.exec(error.message) ?? []
  if (constraint) return constraint.endsWith('_personId_fkey') ? new Denied() : new NotFound()
  // Prisma's word for an update of a row that is not there.
  return 'code' in error && error.code === 'P2025' ? new NotFound() : undefined
}
