import type { Fault } from './fault'
import type { CoursePackage } from './package'
import { phrasesOf } from './phrases'
import { readingMinutes, sentencesOf, wordsOf } from './reading'

/** A lesson takes between three and eight minutes (curriculum §0.4). */
const minutes = { shortest: 3, longest: 8 }
/** Words; level B1 aims at about fifteen (curriculum §0.3). */
const longestSentence = 28

/** Lessons that take less or more time than they may. A draft is still going to change. */
export const lengthFaults = ({ lessons }: CoursePackage): Fault[] =>
  [...lessons.values()].flat().flatMap(({ file, read: { document } }) => {
    // As the table shows it: what reads 8.0 is eight minutes.
    const taken = Math.round(readingMinutes(document) * 10) / 10
    const fits = taken >= minutes.shortest && taken <= minutes.longest
    const message = `takes ${taken.toFixed(1)} minutes; a lesson takes ${minutes.shortest} to ${minutes.longest}`
    return fits || document.draft ? [] : [{ file, line: 1, message }]
  })

/** Sentences that are hard to read: where, how long, and how they begin. A matter of taste, so no fault. */
export const longSentences = ({ files }: CoursePackage): Fault[] =>
  [...files]
    .filter(([file]) => file.endsWith('.md'))
    .flatMap(([file, text]) =>
      phrasesOf(text)
        .filter(({ heading }) => !heading)
        .flatMap(({ text, line }) =>
          sentencesOf(text)
            .filter((sentence) => wordsOf(sentence) > longestSentence)
            .map((sentence) => ({
              file,
              line,
              message: `${wordsOf(sentence)} words: ${sentence.replace(/\s+/gu, ' ')}`,
            })),
        ),
    )
