/** A letter of a script that writes few vowels, or whole syllables, says more than a Latin one. */
const dense = /[\u0590-\u06ff\u1200-\u139f]/
const lengthOf = (word: string) => word.length * (dense.test(word) ? 1.5 : 1)

/** How many slips of the finger are forgiven in a word. */
const slips = (word: string): number => {
  const length = lengthOf(word)
  return length < 4 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3
}

/**
 * How well a word of the texts answers one that was asked for; both folded.
 * @param last the word asked may not be finished yet
 * @returns 1 the same … 0 not at all
 */
export function closeness(asked: string, word: string, last: boolean): number {
  if (asked === word) return 1
  if (word.startsWith(asked)) {
    if (last && asked.length >= 2) return 0.6 + (0.3 * asked.length) / word.length
    if (lengthOf(asked) >= 4 && word.length - asked.length <= 3) return 0.8
  }
  const allowed = slips(asked)
  const apart = Math.abs(asked.length - word.length) > allowed ? Infinity : distance(asked, word)
  if (apart <= allowed) return 0.75 / (1 + apart)
  // A part of a compound: `telefoon` of `tolkentelefoon`.
  return lengthOf(asked) >= 5 && word.includes(asked) ? 0.3 : 0
}

/** Letters to add, leave out, change or swap with their neighbour (Damerau, each place touched once). */
export function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, n) => n)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const steps = [rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1)]
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps.push(rows[i - 2]![j - 2]! + 1)
      row.push(Math.min(...steps))
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
