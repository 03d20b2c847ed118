import type { Actor } from '@/lib/access/actor'
import { ownerOf } from '@/lib/access/cookies'
import { Denied } from '@/lib/access/errors'
import { own } from '@/lib/access/scope'

/**
 * Who asks, if what the device sends is theirs. Somebody else may have signed in in that browser since the device looked,
 * and what one person queued is never taken as another's.
 * @param owner as ownerOf makes it; a device that does not say whose it is has to ask with a new page
 * @throws {Denied} so that the device stops as if nobody were signed in, and keeps everything
 */
export function ownOnDevice(actor: Actor, owner: string | undefined): { personId: string } {
  const { personId } = own(actor)
  if (owner !== ownerOf(personId)) throw new Denied()
  return { personId }
}
