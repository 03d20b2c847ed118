import fc from 'fast-check'
import { runsOf, wordsOf } from './fold'

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...Array.from('اأإآٱلالوفبكىيةه ـًٌَُسلامሰሠሀሐኀኣአዐጸፀ፡ ßæœøİıK½ﬁ\u00ad\u200c\ud800\u0000\'"\\&|!:*()<-> '))).map((all) => all.join('')),
)

test('reading the result again changes nothing', () => {
  fc.assert(fc.property(anything, (text) => {
    const words = wordsOf(text)
    expect(wordsOf(words.join(' '))).toEqual(words)
  }), { numRuns: 2000 })
})

test('what is asked folds like what is stored, however it is typed', () => {
  fc.assert(fc.property(anything, (text) => {
    expect(wordsOf(text.toUpperCase().toLowerCase())).toEqual(wordsOf(text.toLowerCase()))
    expect(wordsOf(text.normalize('NFC'))).toEqual(wordsOf(text.normalize('NFD')))
  }))
})

test('letters whose capitals are others fold like them', () => {
  for (const [small, capitals] of [['ᾀ', 'ἈΙ'], ['ς', 'Σ'], ['ß', 'SS']] as const) expect(wordsOf(small)).toEqual(wordsOf(capitals))
})

test('a word holds letters and digits only, and is never long', () => {
  fc.assert(fc.property(anything, (text) => {
    for (const word of wordsOf(text)) {
      expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
      expect(Array.from(word).length).toBeLessThanOrEqual(40)
    }
  }))
})

test('the runs of a text are the text, and have its words', () => {
  fc.assert(fc.property(anything, (text) => {
    const runs = runsOf(text)
    expect(runs.map((part) => part.text).join('')).toBe(text)
    expect(runs.flatMap(({ words }) => words)).toEqual(wordsOf(text))
  }))
})

test.each([
  ['Één café, Ångström & Straße', ['een', 'cafe', 'angstrom', 'strasse']],
  ['non-binary people’s', ['non', 'binary', 'people', 's']],
  ['LGBTQI+', ['lgbtqi']],
  ['co\u00adoperate', ['cooperate']],
  ["l'asile", ['l', 'asile']],
  // Vowel signs, tatweel, hamza, article: written with or without, it is the same word.
  ['التَّرجمة', ['ترجمه']],
  ['والترجمة', ['ترجمه']],
  ['ترجمــة', ['ترجمه']],
  ['أمان إمان آمان امان', ['امان', 'امان', 'امان', 'امان']],
  ['الالتزام التزام', ['تزام', 'تزام']],
  ['الله', ['الله']],
  ['مستشفى ١١٢', ['مستشفي', '112']],
  ['ሠላም፡ሰላም', ['ሰላም', 'ሰላም']],
  ['ሓደጋ ሀደጋ ኀደጋ', ['ሀደጋ', 'ሀደጋ', 'ሀደጋ']],
  ['ፀሐይ ጸሃይ', ['ጸሀይ', 'ጸሀይ']],
  ['ዓመት ኣመት አመት', ['አመት', 'አመት', 'አመት']],
  ['\u0000 \ud800 \\ \' " & | ! :* <->', []],
])('%s', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})
