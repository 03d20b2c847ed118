import { kinds } from './kinds'
import { document, faults, lesson, textBlock } from './lesson.fixture'
import { fragments } from './reading'
import type { Rich } from './rich'

const words = ({ rich }: Rich): unknown => {
  const [paragraph] = rich
  return paragraph?.type === 'paragraph' ? paragraph.children : undefined
}

describe('text', () => {
  test.each(['Come at 10:30 :) or at a:b, note:this', 'Smile :-) :D', 'C’est ça: oui', 'ሰላም፡ዓለም'])(
    'keeps colons that are only colons: %s',
    (prose) => {
      const [block] = document(lesson(textBlock(prose))).blocks
      expect(fragments(block).map(words)).toEqual([[{ type: 'text', value: prose }]])
    },
  )

  test('carries no positions', () => {
    expect(
      JSON.stringify(
        document(
          lesson(
            ...Object.values(kinds)
              .slice(0, -1)
              .map(({ example }) => example),
          ),
        ),
      ),
    ).not.toContain('"position"')
  })

  test('keeps terms with their id', () => {
    const [block] = document(lesson(textBlock('A :term[**chosen** name]{#chosen-name}.'))).blocks
    expect(fragments(block).map(words)).toEqual([
      [
        { type: 'text', value: 'A ' },
        {
          type: 'textDirective',
          name: 'term',
          attributes: { id: 'chosen-name' },
          children: [
            { type: 'strong', children: [{ type: 'text', value: 'chosen' }] },
            { type: 'text', value: ' name' },
          ],
        },
        { type: 'text', value: '.' },
      ],
    ])
  })

  test.each([
    ['<script>alert(1)</script>', 'raw HTML is refused'],
    ['Text with <b>bold</b>.', 'raw HTML is refused'],
    ['<!-- a remark -->', 'raw HTML is refused'],
    ['[x](javascript:alert%281%29)', 'not to `javascript:alert%281%29`'],
    ['[x](JaVaScRiPt:alert%281%29)', 'a link may lead to'],
    ['[x](data:text/html,x)', 'a link may lead to'],
    ['[x](//evil.example)', 'a link may lead to'],
    ['[x](/en/help)', 'a link may lead to'],
    ['[x](https://user:secret@example.org/)', 'a link may lead to'],
    ['[x](lesson:../../etc)', 'a link may lead to'],
    ['Write to someone@example.org.', 'a link may lead to'],
    ['[](https://example.org)', 'a link needs words'],
    ['![x](https://example.org/x.png)', 'images are not used'],
    ['*slanted*', 'italics are not used'],
    ['a | b\n--|--\n1 | 2', 'tables are not used'],
    ['- [ ] a box', 'task lists are not used'],
    ['A footnote[^1].\n\n[^1]: x', 'footnote'],
    ['[x][y]\n\n[y]: https://example.org', 'is not used in lesson text'],
    ['A :term[word] without an id.', 'a term is written'],
    ['A :term{#id}.', 'a term is written'],
    ['A :button[word]{#id}.', 'there is no `:button`'],
    ['A [:term[word]{#id}](help:).', 'a term cannot stand inside a link'],
    ['::video[x]{src="https://example.org"}', '`video` cannot stand here'],
    ['::note [broken]', 'a directive is broken here'],
    ['A :term [word]{#id}.', 'a term is written'],
    ['#### Too deep', 'third level'],
    ['\u202Ereversed', 'the character U+202E is not allowed'],
    ['nul \u0000', 'the character U+0000 is not allowed'],
  ])('refuses %s', (body, message) => {
    const text = lesson(textBlock(body))
    const [fault = ''] = faults(text).filter((each) => each.includes(message))
    expect(fault).toMatch(/^(9|10|11) /)
  })
})
