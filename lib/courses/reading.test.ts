import { countWords, readingMinutes, sentenceLengths } from './reading'
import { kinds } from './kinds'
import { parseLesson } from './parse'
import type { Rich } from './rich'

const rich = (...texts: string[]): Rich => ({
  rich: texts.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
})

test.each([
  ['Look up – then wait.', 4],
  ['LGBTQI+ people, 10:30, “well-known”.', 4],
  ['تحية طيبة لكم', 3],
  ['ሰላም ንዓኹም።', 2],
  ['…', 0],
])('counts the words of “%s”', (text, words) => {
  expect(countWords(rich(text))).toBe(words)
})

test.each([
  ['One two three. Four five! Six?', [3, 2, 1]],
  ['“Thank you.” She sits down.', [2, 3]],
  ['It was 10.30. We left', [3, 2]],
  ['كيف الحال؟ بخير.', [2, 1]],
  ['ሰላም ንዓኹም። ደሓን።', [2, 1]],
])('finds the sentences of “%s”', (text, lengths) => {
  expect(sentenceLengths(rich(text))).toEqual(lengths)
})

test('time is words by pace, half of the feedback, and the seconds of each kind', () => {
  const words = (count: number) => 'word '.repeat(count).trim()
  const parsed = parseLesson(
    `# T\n\n:::aim\n${words(60)}\n:::\n\n::::sort{#s}\n## H\n${words(120)}\n\n::bin[A]{#a}\n::bin[B]{#b}\n
:::entry{#e bin=a}\n${words(90)}\n\n${words(90)}\n:::\n\n:::entry{#f bin=b}\n${words(90)}\n\n${words(90)}\n:::\n::::\n
:::today{#today}\n## H\n${words(90)}\n\n::done[Yes]\n:::\n`,
    { file: 'f' },
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  const read = 60 + 120 + 90 + 90 + (90 + 90) / 2 + 90
  expect(readingMinutes(parsed.value.document)).toBeCloseTo(
    read / 180 + (kinds.sort.seconds + kinds.today.seconds) / 60,
  )
})
