import fc from 'fast-check'
import { kinds } from './kinds'
import { lesson, parse } from './lesson.fixture'

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    ...Object.values(kinds).flatMap(({ example }) => example.split('\n')),
    ':::',
    '::::',
    ':::::',
    '::',
    ':',
    '{',
    '}',
    '{#',
    '[',
    ']',
    '](',
    '<',
    '>',
    '> ',
    '- ',
    '1. ',
    '*',
    '**',
    '`',
    '~~',
    '|',
    '\\',
    '&',
    '#',
    '\n',
    '\n\n',
  )
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(piece, { maxLength: 60 }).map((pieces) => lesson(pieces.join('\n'))),
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  )

  test('it is a document or a list of faults with lines of the file; it never throws', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const parsed = parse(text)
        if (parsed.ok) return
        expect(parsed.faults.length).toBeGreaterThan(0)
        for (const { line } of parsed.faults) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(text.split('\n').length)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('what was read has permanent ids, each once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.stringMatching(/^[a-z-]{1,6}$/), fc.constantFrom('text', 'card')), { maxLength: 5 }),
        (blocks) => {
          const parsed = parse(lesson(...blocks.map(([id, kind]) => `:::${kind}{#${id}}\n## H\nx\n:::\n`)))
          const ids = [...blocks.map(([id]) => id), 'today']
          const good = ids.every((id) => /^[a-z]+(-[a-z]+)*$/.test(id)) && new Set(ids).size === ids.length
          expect(parsed.ok).toBe(good)
          if (parsed.ok) expect(parsed.value.document.blocks.map(({ id }) => id)).toEqual(ids)
        },
      ),
    )
  })
})
