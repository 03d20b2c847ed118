import { createHash } from 'node:crypto'
import type { Phrase } from './phrases'

/** Facts are free, sentences are somebody's: this many words in a row are a sentence taken over. */
const runLength = 8
/** Of each hash. A hundred thousand runs of a course against twenty thousand: a false alarm in one course of 500. */
const hashBytes = 5
/** Stands between two runs; no text has such a word. */
const stop = '\n'

/** The hashes of all runs of eight words of some texts. They tell a copy; the texts cannot be read in them. */
export type Fingerprint = ReadonlySet<string>

/** Words without case and punctuation; an apostrophe does not split one. */
const plainWords = (text: string): string[] =>
  text.normalize('NFKC').toLowerCase().replace(/['’‘]/gu, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** The hash of the run that begins at each word; none for a text that is too short. */
const runHashes = (words: readonly string[]): string[] =>
  words
    .slice(runLength - 1)
    .map((_, index) => words.slice(index, index + runLength).join(' '))
    .map((run) => createHash('sha256').update(run).digest().subarray(0, hashBytes).toString('hex'))

/** Base64 in lines of 120 characters, sorted, so that the same texts always give the same file. */
export function writeFingerprint(texts: readonly string[]): string {
  const hashes = [...new Set(texts.flatMap((text) => runHashes(plainWords(text))))].sort()
  return `${Buffer.from(hashes.join(''), 'hex').toString('base64').replace(/.{120}(?=.)/g, '$&\n')}\n`
}

export const readFingerprint = (file: string): Fingerprint =>
  new Set(Buffer.from(file, 'base64').toString('hex').match(new RegExp(`.{${hashBytes * 2}}`, 'g')) ?? [])

export interface CopiedRun {
  /** Line of its first word. */
  line: number
  words: string
}

/**
 * What a file shares with the texts of a fingerprint, each run as long as it goes. A run may cross from one paragraph
 * into the next, but not a heading: what stands around it was not written in one breath.
 * @param quoted names, terms and titles of eight words and more that may stand as they are
 */
export function copiedRuns(
  phrases: readonly Phrase[],
  fingerprint: Fingerprint,
  quoted: readonly string[] = [],
): CopiedRun[] {
  const words = phrases.flatMap(({ text, line, heading }) =>
    (heading ? [stop, ...plainWords(text), stop] : plainWords(text)).map((word) => ({ word, line })),
  )
  const allowed = new Set(quoted.flatMap((text) => runHashes(plainWords(text))))
  const runs: { first: number; end: number }[] = []
  for (const [index, hash] of runHashes(words.map(({ word }) => word)).entries()) {
    if (!fingerprint.has(hash) || allowed.has(hash)) continue
    const last = runs.at(-1)
    if (last && index < last.end) last.end = index + runLength
    else runs.push({ first: index, end: index + runLength })
  }
  return runs.map(({ first, end }) => ({
    line: words[first]?.line ?? 1,
    words: words
      .slice(first, end)
      .map(({ word }) => word)
      .join(' '),
  }))
}
