import { edit, faultsAfter, manifest } from './sample-course.fixture'

test('the sample course has no fault', () => {
  expect(faultsAfter(() => {})).toBe('')
})

describe('translations share the structure of their source', () => {
  test.each([
    [
      'another id',
      '1.1/nl.md',
      '#habit-or-wish',
      '#gewoonte',
      '1.1/nl.md:32 `habit-or-wish` stands here in the source language, not `gewoonte`',
    ],
    ['another kind', '1.2/nl.md', ':::text', ':::card', '1.2/nl.md:7 kind: `text` in the source language, `card` here'],
    ['another key', '1.1/nl.md', 'bin=wish', 'bin=habit', 'bin: `wish` in the source language, `habit` here'],
    ['another fit', '1.1/nl.md', 'fit=harmful', 'fit=costly', 'fit: `harmful` in the source language, `costly` here'],
    [
      'another right answer',
      'check/nl.md',
      /#a right(?=[^]*?#b\})([^]*?)#b\}/,
      '#a$1#b right}',
      'right: one in the source language, none here',
    ],
    [
      'a missing note',
      '1.1/nl.md',
      '::note[Someone is called by a name that is not theirs.]',
      '',
      '`scenario` needs a `::note[…]`',
    ],
    [
      'another family',
      'check/nl.md',
      'family=words',
      'family=other',
      'family: `words` in the source language, `other` here',
    ],
    ['a missing entry', '1.1/nl.md', /::check\[Can the person.*\n/, '', 'one or more checks are needed'],
    ['an own alternative', '1.2/nl.md', '#intro', '#intro instead=intro', '`instead` must name another block'],
    ['a missing term', 'glossary/nl.md', '#desk', '#table', '`desk` stands here in the source language, not `table`'],
    ['another path', 'nl.md', '#essentials', '#kern', '`essentials` stands here in the source language, not `kern`'],
  ])('%s', (_, file, from, to, fault) => {
    expect(faultsAfter(edit(file, from, to))).toContain(fault)
  })

  test('swapped blocks', () => {
    const swapped = edit('1.1/nl.md', /(:::text\{#door\}[^]*?\n:::\n)\n(:::card\{[^]*?\n:::\n)/, '$2\n$1')
    expect(faultsAfter(swapped)).toBe('1.1/nl.md:7 `door` stands here in the source language, not `first-words`')
  })

  test('a note that the source does not have', () => {
    expect(faultsAfter(edit('1.2/nl.md', /(## Een korte les\n)/, '$1\n::note[Iets.]\n'))).toBe(
      '1.2/nl.md:7 note: none in the source language, one here',
    )
  })

  test('a translation may be missing, the source may not', () => {
    expect(faultsAfter((files) => files.delete('1.2/nl.md'))).toBe('')
    expect(faultsAfter((files) => files.delete('1.2/en.md'))).toBe('course.json:17 `1.2/en.md` is missing')
    expect(faultsAfter((files) => files.delete('en.md'))).toContain('course.json:1 `en.md` is missing')
    expect(faultsAfter((files) => files.delete('check/en.md'))).toBe('course.json:33 `check/en.md` is missing')
    expect(faultsAfter((files) => files.delete('glossary/en.md'))).toContain('1.2/en.md:9 `glossary/en.md` is missing')
  })
})

describe('what points to somewhere else', () => {
  test.each([
    ['a term', '1.2/en.md', '{#desk}', '{#chair}', '1.2/en.md:9 the glossary has no term `chair`'],
    ['a lesson', '1.2/en.md', 'lesson:1.1#first-words', 'lesson:9.9', '1.2/en.md:9 there is no lesson `9.9`'],
    [
      'a block',
      '1.2/nl.md',
      'lesson:1.1#first-words',
      'lesson:1.1#last-words',
      '1.2/nl.md:9 lesson 1.1 has no block `last-words`',
    ],
    [
      'a block to read again',
      'check/en.md',
      'reread="1.1#first-words"',
      'reread="1.2#first-words"',
      'check/en.md:3 lesson 1.2 has no block `first-words`',
    ],
    ['a source', 'course.json', '"R1"', '"R2"', 'course.json:9 sources.json has no source `R2`'],
    ['a module', 'en.md', '#1', '#2', 'en.md:7 `1` stands here in course.json, not `2`'],
  ])('%s that is not there', (_, file, from, to, fault) => {
    expect(faultsAfter(edit(file, from, to)).split('\n')).toContain(fault)
  })
})

describe('the bank can be drawn', () => {
  const bothBanks = (from: RegExp, to: string) => (files: Map<string, string>) => {
    for (const file of ['check/en.md', 'check/nl.md']) edit(file, from, to)(files)
  }

  test.each([
    [
      'enough families',
      manifest({ check: { draw: 2, critical: 1, pass: 0.8 } }),
      'check/en.md:3 2 families are drawn, the bank has 1',
    ],
    [
      'enough about safety',
      bothBanks(/ critical=K4/g, ''),
      'check/en.md:3 1 safety families are drawn, the bank has 0',
    ],
    [
      'a parallel item',
      bothBanks(/family=words/, 'family=alone'),
      'check/en.md:3 the family `alone` needs a second, parallel item',
    ],
    [
      'one safety rule a family',
      bothBanks(/critical=K4/, 'critical=K5'),
      'check/en.md:3 the items of the family `words` must have the same `critical`',
    ],
    ['a family', bothBanks(/family=words /, ''), 'check/en.md:3 `family` is missing'],
    ['a place to read again', bothBanks(/ reread="1.1#first-words"/, ''), 'check/en.md:3 `reread` is missing'],
    ['a rule that exists', bothBanks(/critical=K4/g, 'critical=K11'), 'check/en.md:3 a safety rule is K1 to K10'],
  ])('%s', (_, change, fault) => {
    expect(faultsAfter(change).split('\n')).toContain(fault)
  })
})
