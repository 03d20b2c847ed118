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
