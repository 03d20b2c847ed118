// One way of reading words, for what is stored and for what is asked: case, accents, vowel signs, and letters that
// people type one for the other do not matter. Postgres gets words that are folded already (entry.ts), so no
// setting or language of a database server can make the two sides differ.

/** Longer than any word of ours; a lexeme of Postgres must stay under 2 KB. */
const longest = 40

/** Letters that do not decompose. A test compares the Latin ones with Postgres's own `unaccent`. */
const letters: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n', ĸ: 'q', ŧ: 't',
  ى: 'ي', ة: 'ه', ٱ: 'ا', ی: 'ي', ک: 'ك',
}

/** Ethiopic rows (seven vowels each) that sound alike in Tigrinya or Amharic today: [from, to]. */
const rows: [string, string][] = [['ሠ', 'ሰ'], ['ሐ', 'ሀ'], ['ኀ', 'ሀ'], ['ዐ', 'አ'], ['ፀ', 'ጸ']]
/** Of these two letters the first and the fourth vowel are one sound: አ and ኣ, ሀ and ሃ. */
const sameVowel: [string, string][] = [['ሃ', 'ሀ'], ['ኣ', 'አ']]

const code = (letter: string) => letter.codePointAt(0) ?? 0

const alike = new Map<string, string>([
  ...Object.entries(letters),
  ...[0x660, 0x6f0].flatMap((zero) => Array.from({ length: 10 }, (_, n): [string, string] => [String.fromCodePoint(zero + n), String(n)])),
  ...rows.flatMap(([from, to]) =>
    Array.from({ length: 7 }, (_, n): [string, string] => [String.fromCodePoint(code(from) + n), String.fromCodePoint(code(to) + n)]),
  ),
])
for (const [from, to] of [...alike, ...sameVowel]) alike.set(from, sameVowel.find(([vowel]) => vowel === to)?.[1] ?? to)

/** A run of letters, digits and what is written on or between them: vowel signs, tatweel, soft hyphens, joiners. */
const run = /[\p{L}\p{N}\p{M}\p{Cf}]+/gu

/** The Arabic article, alone or with the small word that is written onto it; what is left must still be a word. */
const article = /^(?:[وفبك]?ال|لل)(?=.{3})/u

/**
 * The words of a text, folded, in order. Never throws, whatever the text.
 * Reading its own result again changes nothing: `wordsOf(wordsOf(text).join(' '))` is `wordsOf(text)`.
 */
export const wordsOf = (text: string): string[] => (text.match(run) ?? []).flatMap(wordsOfRun)

/** A text cut where its words begin and end, with nothing lost: `parts.map(({ text }) => text).join('')` is the text. */
export function runsOf(text: string): { text: string; words: string[] }[] {
  const parts: { text: string; words: string[] }[] = []
  let at = 0
  for (const found of text.matchAll(run)) {
    if (found.index > at) parts.push({ text: text.slice(at, found.index), words: [] })
    parts.push({ text: found[0], words: wordsOfRun(found[0]) })
    at = found.index + found[0].length
  }
  if (at < text.length) parts.push({ text: text.slice(at), words: [] })
  return parts
}

function wordsOfRun(text: string): string[] {
  // By way of the capitals: some letters have no other way to their small form (ᾀ → ἈΙ → αι, ς → Σ → σ).
  const plain = text.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD').replace(/[\p{M}\p{Cf}ـ]/gu, '')
  return (Array.from(plain, (letter) => alike.get(letter) ?? letter).join('').match(/[\p{L}\p{N}]+/gu) ?? []).map(bare)
}

function bare(word: string): string {
  // Stripped as often as it fits, so that a word that itself begins like an article is the same with and without one.
  const rest = word.replace(article, '')
  return rest === word ? Array.from(word).slice(0, longest).join('') : bare(rest)
}
