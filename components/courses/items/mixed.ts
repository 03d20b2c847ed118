/**
 * Puts things into an order that follows from the seed and their ids alone, the same on the server and in the browser,
 * and never the order in which they stood (which may be the answer).
 */
export function mixed<T extends { id: string }>(things: readonly T[], seed: string): T[] {
  const order = [...things].sort((a, b) => hash(seed + a.id) - hash(seed + b.id) || (a.id < b.id ? -1 : 1))
  const same = order.every((thing, n) => thing === things[n])
  return same ? [...order.slice(1), ...order.slice(0, 1)] : order
}

/** FNV-1a, 32 bits: enough to shuffle a handful of steps. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let n = 0; n < text.length; n++) h = Math.imul(h ^ text.charCodeAt(n), 0x01000193)
  return h >>> 0
}
