import { createHash } from 'node:crypto'

/**
 * Puts things into an order that follows from the seed and their ids alone. Where they stood in the file, which for
 * some kinds is the key, has no influence.
 */
export function mixed<T extends { id: string }>(things: readonly T[], seed: string): T[] {
  return things
    .map((thing) => ({ thing, rank: createHash('sha256').update(`${seed}/${thing.id}`).digest('hex') }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ thing }) => thing)
}
