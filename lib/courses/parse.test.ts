import { document, faults, lesson, lineOf, parse, textBlock } from './lesson.fixture'
import { parseLesson } from './parse'

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

describe('fences', () => {
  const text = lesson(textBlock('Words.'))

  test.each([
    ['left open', text.replace('Words.\n:::', 'Words.'), '7 `text` is never closed'],
    ['closing nothing', text.replace('Words.\n:::', 'Words.\n:::\n:::'), '11 this fence closes nothing'],
    [
      'too long inside',
      text.replace('Words.', '::::card{#x}\n## Y\nz\n::::'),
      '9 `card` stands inside `text` (line 7), so its fence needs fewer colons',
    ],
    [
      'of another length',
      text.replace('Words.\n:::', 'Words.\n::::'),
      '10 `text` was opened in line 7 with 3 colons and is closed with 4',
    ],
    ['indented', text.replace('Words.\n:::', 'Words.\n :::'), '10 a fence starts at the beginning of the line'],
  ])('%s', (_, broken, fault) => {
    expect(faults(broken)).toContain(fault)
  })
})

describe('blocks', () => {
  test.each([
    ['unknown', ':::carousel{#a}\n## A\nb\n:::\n', '7 there is no block `carousel`; the kinds are'],
    ['named like a property of objects', ':::constructor{#a}\n## A\nb\n:::\n', '7 there is no block `constructor`'],
    ['without a heading', ':::text{#a}\nb\n:::\n', '7 `heading` is missing'],
    ['without an id', ':::text\n## A\nb\n:::\n', '7 `id` is missing'],
    ['with a bad id', textBlock('x', '#Big_One'), '7 the id `Big_One` is not kebab-case'],
    ['with the id __proto__', textBlock('x', '#__proto__'), '7 the id `__proto__` is not kebab-case'],
    ['with the id constructor', textBlock('x', '#constructor'), '7 the id `constructor` is reserved'],
    ['with an unknown attribute', textBlock('x', '#a onclick="x"'), '7 `text` has no `onclick`'],
    ['with a label', ':::text[Label]{#a}\n## A\nb\n:::\n', '7 `text` takes no [label]'],
    ['without words', ':::text{#a}\n## A\n:::\n', '7 `body` is missing'],
    ['replaced by what is no card', textBlock('x', '#a instead=today'), '7 `instead` must name another block'],
    ['with an id that is taken', `${textBlock('x')}\n${textBlock('y')}`, '12 the id `one` is used twice'],
  ])('%s', (_, block, fault) => {
    expect(faults(lesson(block)).join('\n')).toContain(fault)
  })

  test('more than sixty are refused', () => {
    const many = Array.from({ length: 60 }, (_, n) => textBlock('x', `#block-${n}`))
    expect(faults(lesson(...many))).toEqual(['1 `blocks` must be at most 60'])
  })
})
