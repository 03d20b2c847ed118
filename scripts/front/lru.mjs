/**
 * A map that holds at most so many entries and so many bytes, and forgets what was not asked for longest.
 * @template Value
 */
export class Lru {
  /** @type {Map<string, { value: Value, bytes: number }>} in the order of last use, for a Map keeps insertion order */
  #entries = new Map()
  #bytes = 0

  /** @param {{ entries: number, bytes: number }} limits */
  constructor(limits) {
    this.limits = limits
  }

  get size() {
    return this.#entries.size
  }

  /** Sum of the sizes that were told to `set`. */
  get bytes() {
    return this.#bytes
  }

  /** @returns {Value | undefined} */
  get(key) {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  /** What is larger than the whole limit is not kept at all. */
  set(key, value, bytes) {
    this.delete(key)
    if (bytes > this.limits.bytes) return
    this.#entries.set(key, { value, bytes })
    this.#bytes += bytes
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.limits.entries && this.#bytes <= this.limits.bytes) return
      this.delete(oldest)
    }
  }

  delete(key) {
    const entry = this.#entries.get(key)
    if (!entry) return
    this.#entries.delete(key)
    this.#bytes -= entry.bytes
  }

  clear() {
    this.#entries.clear()
    this.#bytes = 0
  }
}
