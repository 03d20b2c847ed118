import type { Actor } from './actor'
import { Denied } from './errors'

/** Limits a query to what belongs to the actor. Someone without an account owns nothing here. */
export function own(actor: Actor): { personId: string } {
  if (actor.kind !== 'person') throw new Denied()
  return { personId: actor.personId }
}

/** For what only a job or a script of this installation does. */
export function systemOnly(actor: Actor): void {
  if (actor.kind !== 'system') throw new Denied()
}
