import fc from 'fast-check'
import { kinds } from './kinds'
import { parseLesson } from './parse'
import { fragments } from './reading'
import type { Rich } from './rich'

const lesson = (...blocks: string[]): string =>
  `# A lesson\n\n:::aim\nYou can look up.\n:::\n\n${[...blocks, kinds.today.example].join('\n')}`

const parse = (text: string) => parseLesson(text, { file: '1.1/en.md' })

const document = (text: string) => {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.value.document
}

/** The faults of a lesson, as `line message`. */
const faults = (text: string): string[] => {
  const parsed = parse(text)
  return parsed.ok ? [] : parsed.faults.map(({ line, message }) => `${line} ${message}`)
}

/** The line, from 1, on which these words first stand. */
const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length

const textBlock = (body: string, attributes = '#one'): string => `:::text{${attributes}}\n## Heading\n${body}\n:::\n`

const words = ({ rich }: Rich): unknown => {
  const [paragraph] = rich
  return paragraph?.type === 'paragraph' ? paragraph.children : undefined
}

describe('a lesson', () => {
  test('has title, aim, note and blocks', () => {
    const read = document(lesson(textBlock('Some words.')).replace(':::\n\n', ':::\n\n::note[A plain note.]\n\n'))
    expect(read).toMatchObject({ title: 'A lesson', draft: false, note: 'A plain note.' })
    expect(read.blocks.map(({ id, kind, heading }) => [id, kind, heading])).toEqual([
      ['one', 'text', 'Heading'],
      ['today', 'today', 'One chair'],
    ])
  })

  test('is a draft when it says so', () => {
    expect(document(lesson().replace('\n\n', '\n\n::draft\n\n')).draft).toBe(true)
  })

  test('keeps the text of each block as it stands in the file', () => {
    const block = textBlock('Some **words**.')
    const parsed = parse(lesson(block))
    expect(parsed.ok && parsed.value.texts.get('one')).toBe(block.trim())
  })

  test.each([
    ['no title', lesson().replace('# A lesson\n', ''), '1 `title` is missing'],
    ['no aim', lesson().replace(/:::aim[^]*?:::\n/, ''), '1 `aim` is missing'],
    ['no today', lesson(textBlock('x')).replace(/:::today[^]*/, ''), '7 the last block of a lesson is `today`'],
  ])('names what is missing: %s', (_, text, fault) => {
    expect(faults(text)).toContain(fault)
  })

  test('knows the glossary when it is given', () => {
    const text = lesson(textBlock('A :term[desk]{#desk} and a :term[door]{#door}.'))
    const parsed = parseLesson(text, { file: '1.1/en.md', glossary: new Set(['desk']) })
    expect(!parsed.ok && parsed.faults).toEqual([
      { file: '1.1/en.md', line: lineOf(text, 'A :term'), message: 'the glossary has no term `door`' },
    ])
  })
})

describe('text', () => {
  test.each(['Come at 10:30 :) or at a:b, note:this', 'Smile :-) :D', 'C’est ça: oui', 'ሰላም፡ዓለም'])(
    'keeps colons that are only colons: %s',
    (prose) => {
      const [block] = document(lesson(textBlock(prose))).blocks
      expect(fragments(block).map(words)).toEqual([[{ type: 'text', value: prose }]])
    },
  )

  test('carries no positions', () => {
    expect(JSON.stringify(document(lesson(...Object.values(kinds).slice(0, -1).map(({ example }) => example))))).not.toContain('"position"')
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
          children: [{ type: 'strong', children: [{ type: 'text', value: 'chosen' }] }, { type: 'text', value: ' name' }],
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
    expect(faults(text).join('\n')).toContain(message)
    expect(faults(text)[0]).toMatch(/^(9|10|11) /)
  })
})

describe('fences', () => {
  const text = lesson(textBlock('Words.'))

  test.each([
    ['left open', text.replace('Words.\n:::', 'Words.'), '8 `text` is never closed'],
    ['closing nothing', text.replace('Words.\n:::', 'Words.\n:::\n:::'), '12 this fence closes nothing'],
    ['too long inside', text.replace('Words.', '::::card{#x}\n## Y\nz\n::::'), '10 `card` stands inside `text` (line 8), so its fence needs fewer colons'],
    ['of another length', text.replace('Words.\n:::', 'Words.\n::::'), '11 `text` was opened in line 8 with 3 colons and is closed with 4'],
    ['indented', text.replace('Words.\n:::', 'Words.\n :::'), '11 a fence starts at the beginning of the line'],
  ])('%s', (_, broken, fault) => {
    expect(faults(broken)).toContain(fault)
  })
})

describe('blocks', () => {
  test.each([
    ['unknown', ':::carousel{#a}\n## A\nb\n:::\n', '8 there is no block `carousel`; the kinds are'],
    ['named like a property of objects', ':::constructor{#a}\n## A\nb\n:::\n', '8 there is no block `constructor`'],
    ['without a heading', ':::text{#a}\nb\n:::\n', '8 `heading` is missing'],
    ['without an id', ':::text\n## A\nb\n:::\n', '8 `id` is missing'],
    ['with a bad id', textBlock('x', '#Big_One'), '8 the id `Big_One` is not kebab-case'],
    ['with the id __proto__', textBlock('x', '#__proto__'), '8 the id `__proto__` is not kebab-case'],
    ['with the id constructor', textBlock('x', '#constructor'), '8 the id `constructor` is reserved'],
    ['with an unknown attribute', textBlock('x', '#a onclick="x"'), '8 `text` has no `onclick`'],
    ['with a label', ':::text[Label]{#a}\n## A\nb\n:::\n', '8 `text` takes no [label]'],
    ['without words', ':::text{#a}\n## A\n:::\n', '8 `body` is missing'],
    ['replaced by what is no card', textBlock('x', '#a instead=today'), '8 `instead` must name another block'],
    ['with an id that is taken', `${textBlock('x')}\n${textBlock('y')}`, '13 the id `one` is used twice'],
  ])('%s', (_, block, fault) => {
    expect(faults(lesson(block)).join('\n')).toContain(fault)
  })

  test('more than sixty are refused', () => {
    const many = Array.from({ length: 60 }, (_, n) => textBlock('x', `#block-${n}`))
    expect(faults(lesson(...many))).toEqual(['1 `blocks` must be at most 60'])
  })
})

describe('the rules of kinds, with the line to look at', () => {
  const broken = (kind: keyof typeof kinds, from: string | RegExp, to: string, at: string) => {
    const text = lesson(kinds[kind].example.replace(from, to))
    return { faults: faults(text).join('\n'), line: lineOf(text, at) }
  }

  test.each([
    ['scenario', '::note[Someone is called by a name that is not theirs.]\n\n', '', ':::::scenario', '`scenario` needs a `::note[…]`'],
    ['testimony', '::note[Someone tells about being asked too much.]\n\n', '', ':::testimony', '`testimony` needs a `::note[…]`'],
    ['testimony', 'At work', 'word '.repeat(251), ':::testimony', 'a testimony has 250 words at most'],
    ['scenario', 'to=thanks', 'to=nowhere', ':::choice{#come-along', 'there is no node `nowhere` to go to'],
    ['scenario', 'to=gone', 'to=thanks', '::::node{#gone', 'no way leads to `gone`'],
    ['scenario', 'start=wrong-name', 'start=nowhere', ':::::scenario', 'there is no node `nowhere` to start with'],
    ['scenario', 'fit=harmful', 'fit=best', '::::node{#wrong-name', 'exactly one choice of `wrong-name` must have `fit=best`, here are 2'],
    ['scenario', 'fit=best', 'fit=good', '::::node{#wrong-name', 'exactly one choice of `wrong-name` must have `fit=best`, here are 0'],
    ['scenario', 'fit=best', 'fit=superb', ':::choice{#come-along', '`fit` must be `best` or `good` or `costly` or `harmful`'],
    ['scenario', ' ending=costly', '', '::::node{#gone', '`gone` needs 2–4 choices, or `ending=`'],
    ['scenario', '{#wrong-name}', '{#wrong-name ending=good}', '::::node{#wrong-name', '`wrong-name` is an ending, so it has no choices'],
    ['scenario', 'The room is listening. What do you say?', '', '::::node{#wrong-name', '`question` is missing'],
    ['scenario', 'A short sentence keeps it between you two. Ask for the right name behind the door.', '', ':::choice{#come-along', '`why` is missing'],
    ['sort', 'bin=wish', 'bin=dream', ':::entry{#poster', 'there is no bin `dream`'],
    ['sort', '{#poster', '{#screen', ':::entry{#screen bin=wish', 'the id `screen` is used twice'],
    ['sort', /\nIt is kind, .*\n/, '', ':::entry{#poster', '`feedback` is missing'],
    ['words', ' fit=good', '', ':::option{#partner', 'every option needs a `fit`'],
    ['words', 'fit=best', 'fit=good', '::::phrase{#who-at-home', 'one option or more must have `fit=best`'],
    ['words', '> “Is your husband at home?”\n', '', '::::phrase{#who-at-home', '`phrase` is missing'],
    ['quiz', ' right', '', '::::item{#first-line', 'exactly one option must be `right`, here are 0'],
    ['quiz', '{#number}', '{#number right}', '::::item{#first-line', 'exactly one option must be `right`, here are 2'],
    ['quiz', '{#number}', '{#greet}', ':::option{#greet}', 'the id `greet` is used twice'],
    ['quiz', 'kind=single', 'kind=multiple', '::::item{#first-line', '`multiple` has 4–6 of `option`, here are 3'],
    ['quiz', 'kind=single', 'kind=riddle', '::::item{#first-line', '`kind` must be `single` or'],
    ['quiz', '### The first line\n', '', '::::item{#first-line', '`topic` is missing'],
    ['quiz', 'kind=single', 'kind=single family=x', '::::item{#first-line', '`item` has no `family`'],
    ['match', 'Offer a quieter place.\n', '', ':::pair{#loud-hall', '`feedback` is missing'],
    ['order', /:::step\{#go-on\}[^]*?:::\n/, '', '::::order', '3–8 steps are needed'],
    ['checklist', /::check.*\n/g, '', ':::checklist', 'is missing'],
    ['today', /::done.*\n/, '', ':::today', 'the last block'],
  ] as const)('%s: %s → %s', (kind, from, to, at, message) => {
    if (kind === 'today') return expect(faults(lesson(kinds.today.example.replace('#today', '#now'))).join()).toContain('one `today` block')
    const result = broken(kind, from, to, at)
    expect(result.faults).toContain(message)
    expect(result.faults).toMatch(new RegExp(`^${result.line} .*${message.slice(0, 12).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`, 'm'))
  })

  test('a scenario without a way out of a circle', () => {
    const circle = kinds.scenario.example.replace('to=thanks', 'to=wrong-name').replace('to=gone', 'to=wrong-name')
    expect(faults(lesson(circle)).join('\n')).toContain('no way leads from `wrong-name` to an ending')
  })
})

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    ...Object.values(kinds).flatMap(({ example }) => example.split('\n')),
    ':::', '::::', ':::::', '::', ':', '{', '}', '{#', '[', ']', '](', '<', '>', '> ', '- ', '1. ', '*', '**', '`', '~~', '|', '\\', '&', '#', '\n', '\n\n',
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
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z-]{1,6}$/), fc.constantFrom('text', 'card')), { maxLength: 5 }), (blocks) => {
        const parsed = parse(lesson(...blocks.map(([id, kind]) => `:::${kind}{#${id}}\n## H\nx\n:::\n`)))
        const ids = [...blocks.map(([id]) => id), 'today']
        const good = ids.every((id) => /^[a-z]+(-[a-z]+)*$/.test(id)) && new Set(ids).size === ids.length
        expect(parsed.ok).toBe(good)
        if (parsed.ok) expect(parsed.value.document.blocks.map(({ id }) => id)).toEqual(ids)
      }),
    )
  })
})
