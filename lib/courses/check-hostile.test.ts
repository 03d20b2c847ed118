import { edit, faultsAfter, manifest } from './sample-course.fixture'

describe('hostile packages', () => {
  const lesson = (text: string) => edit('1.2/en.md', /Stand at .*/, text)

  test.each([
    ['a script', lesson('<script>fetch("//evil")</script>'), '1.2/en.md:9 raw HTML is refused'],
    ['an event handler', lesson('<img src=x onerror=alert(1)>'), '1.2/en.md:9 raw HTML is refused'],
    ['a javascript: link', lesson('[x](javascript:alert`1`)'), '1.2/en.md:9 a link may lead to'],
    ['a link hidden in entities', lesson('[x](&#106;avascript:alert)'), '1.2/en.md:9 a link may lead to'],
    [
      'a source with a javascript: address',
      edit('sources.json', 'https://example.org/report', 'javascript:alert(1)'),
      'sources.json:2 a source is linked by https://…',
    ],
    [
      'a path that climbs',
      (files: Map<string, string>) => void files.set('../evil/en.md', '# x'),
      '../evil/en.md:1 nothing refers to this file',
    ],
    [
      'a path inside that climbs',
      (files: Map<string, string>) => void files.set('1.1/../../en.md', '# x'),
      'nothing refers to this file',
    ],
    [
      'an absolute path',
      (files: Map<string, string>) => void files.set('/etc/en.md', '# x'),
      'nothing refers to this file',
    ],
    [
      'a path with a backslash',
      (files: Map<string, string>) => void files.set('..\\en.md', '# x'),
      'nothing refers to this file',
    ],
    [
      'a lesson id that climbs',
      edit('course.json', '"id": "1.2"', '"id": "../1.2"'),
      '`../1.2` is not the id of a lesson',
    ],
    ['a lesson in the folder of the check', edit('course.json', '"id": "1.2"', '"id": "check"'), 'this id is reserved'],
    ['a course id that climbs', manifest({ id: '../../etc' }), 'is not kebab-case'],
    [
      'a file nobody refers to',
      (files: Map<string, string>) => void files.set('1.3/en.md', '# x'),
      '1.3/en.md:1 nothing refers to this file',
    ],
    [
      'a program',
      (files: Map<string, string>) => void files.set('1.1/run.js', 'x'),
      '1.1/run.js:1 nothing refers to this file',
    ],
    [
      'a language that is none',
      (files: Map<string, string>) => void files.set('1.1/xx.md', '# x'),
      '1.1/xx.md:1 nothing refers to this file',
    ],
    [
      'the key __proto__',
      edit('course.json', '"edition"', '"__proto__": { "admin": true }, "edition"'),
      'the key `__proto__` stands twice or is reserved',
    ],
    [
      'a source called constructor',
      edit('sources.json', '"R1": {', '"constructor": {'),
      'sources.json:2 `constructor` is not the id of a source',
    ],
    ['an id called __proto__', edit('1.2/en.md', '#intro', '#__proto__'), 'the id `__proto__` is not kebab-case'],
    [
      'a huge file',
      (files: Map<string, string>) => void files.set('1.2/en.md', '# x\n'.repeat(100_000)),
      '1.2/en.md:1 the file is larger than 200 KB',
    ],
    [
      'deep JSON',
      (files: Map<string, string>) => void files.set('course.json', '['.repeat(100_000)),
      'course.json:1 values are nested more than 8 deep',
    ],
    [
      'a bomb of directives',
      lesson(Array.from({ length: 2000 }, () => ':::text').join('\n')),
      'directives are nested more than 8 deep',
    ],
    ['a bomb of quotes', lesson('>'.repeat(3000)), '1.2/en.md:9 lists and quotes are nested more than 8 deep'],
    ['a bomb of lists', lesson('- '.repeat(1500)), '1.2/en.md:9 lists and quotes are nested more than 8 deep'],
    ['text that runs backwards', lesson('admin\u202Enimda'), 'the character U+202E is not allowed'],
  ])('%s', (_, change, fault) => {
    expect(faultsAfter(change)).toContain(fault)
  })

  test('too many files', () => {
    expect(
      faultsAfter((files) => {
        for (const n of Array(2001).keys()) files.set(`1.1/${n}.md`, '')
      }),
    ).toBe('course.json:1 the folder holds more than 2000 files')
  })

  test('nothing that was read has changed what all objects share', () => {
    faultsAfter(
      edit(
        'course.json',
        '"edition"',
        '"__proto__": { "admin": true }, "constructor": { "prototype": { "admin": true } }, "edition"',
      ),
    )
    expect(({} as Record<string, unknown>).admin).toBeUndefined()
  })

  // The worst that fits through the limits: paragraphs of the characters that Markdown parsers find hardest.
  test.each([
    '[',
    '![',
    '*a **b ',
    '`',
    '<a ',
    '_a',
    ':a[',
    '~a',
    '[a](',
    '](',
    '&',
    'www.a.b ',
    'a@',
    '|',
    '[x\n',
    '*a _b ',
  ])(
    'a file full of %j is answered in time',
    (unit) => {
      const paragraph = unit.repeat(Math.floor(1_900 / unit.length))
      const started = performance.now()
      faultsAfter(lesson(Array.from({ length: 32 }, () => paragraph).join('\n\n')))
      expect(performance.now() - started).toBeLessThan(10_000)
    },
    30_000,
  )
})
