import { Lru } from './lru.mjs'

/** Kept from before Next is loaded, which puts a dearer clock in place of this one: it looks for a page around each call. */
const { now: clock } = Date

const LIMITS = { entries: 2000, bytes: 64 * 1024 * 1024 }

/**
 * Answers that are the same for everyone, as ready bytes. Bounded; each is made once, however many ask at the same
 * time; none that was begun before the last emptying is kept.
 */
export class PageCache {
  #kept
  /** @type {Map<string, Promise<import('./answer.mjs').Answer | undefined>>} */
  #making = new Map()
  #emptied = 0

  /** @param {{ limits?: { entries: number, bytes: number }, now?: () => number }} [options] now: milliseconds */
  constructor({ limits = LIMITS, now = clock } = {}) {
    this.#kept = new Lru(limits)
    this.now = now
  }

  get size() {
    return this.#kept.size
  }

  /** @returns {import('./answer.mjs').Answer | undefined} */
  get(key) {
    const entry = this.#kept.get(key)
    if (entry === undefined) return undefined
    if (entry.until > this.now()) return entry.answer
    this.#kept.delete(key)
    return undefined
  }

  /**
   * The answer under the key: the one that somebody else is having made right now, or else a new one.
   * @param {string} key
   * @param {() => Promise<{ answer: import('./answer.mjs').Answer, seconds: number } | undefined>} make
   *   undefined: it must not be shared
   * @returns {Promise<import('./answer.mjs').Answer | undefined>}
   */
  async once(key, make) {
    const waiting = this.#making.get(key)
    if (waiting) return waiting
    const making = this.#make(key, make)
    this.#making.set(key, making)
    try {
      return await making
    } finally {
      if (this.#making.get(key) === making) this.#making.delete(key)
    }
  }

  async #make(key, make) {
    const emptied = this.#emptied
    const made = await make()
    if (made === undefined) return undefined
    const { answer, seconds } = made
    if (emptied === this.#emptied) this.#kept.set(key, { answer, until: this.now() + seconds * 1000 }, answer.weight)
    return answer
  }

  /** Forgets everything. Who asks from now on does not wait for what was begun before. */
  empty() {
    this.#emptied += 1
    this.#making.clear()
    this.#kept.clear()
  }
}
