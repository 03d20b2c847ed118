import { edit, faultsAfter, manifest } from './sample-course.fixture'

describe('course.json', () => {
  const text = (json: string) => (files: Map<string, string>) => void files.set('course.json', json)

  test.each([
    [
      'is missing',
      (files: Map<string, string>) => void files.delete('course.json'),
      'course.json:1 the file is missing',
    ],
    ['is broken', edit('course.json', '"edition": "1",', '"edition": "1"'), 'course.json:4 a comma or `}` is expected'],
    ['is a list', text('[]'), 'course.json:1 this must be of type object'],
    ['is empty', text(''), 'course.json:1 a value is expected'],
    [
      'goes on after its end',
      edit('course.json', /\n$/, '\n{}\n'),
      'course.json:43 nothing more is expected after the end',
    ],
    [
      'has a text as minutes',
      edit('course.json', '"minutes": 8', '"minutes": "8"'),
      'course.json:12 `minutes` must be of type number',
    ],
    ['has endless minutes', edit('course.json', '"minutes": 8', '"minutes": 1e999'), 'course.json:12'],
    [
      'has unknown keys',
      edit('course.json', '"edition"', '"title": "Sentence", "edition"'),
      'course.json:1 unknown `title`',
    ],
    [
      'has a key twice',
      edit('course.json', '"edition": "1"', '"edition": "1", "edition": "2"'),
      'course.json:3 the key `edition` stands twice or is reserved',
    ],
    [
      'has a lesson twice',
      edit('course.json', '"id": "1.2"', '"id": "1.1"'),
      'course.json:17 the id `1.1` is used twice',
    ],
    [
      'has an unknown language',
      edit('course.json', '"source": "en"', '"source": "xx"'),
      'course.json:4 `source` must be `en` or',
    ],
    ['lists an unknown module', manifest({ modules: ['2'] }), 'lesson 1.1 is in module `1`, which is not listed'],
    [
      'leads to an unknown lesson',
      manifest({ paths: [{ id: 'essentials', lessons: ['1.3'] }] }),
      'there is no lesson `1.3`',
    ],
    [
      'has a pass mark above all points',
      manifest({ check: { draw: 1, critical: 1, pass: 80 } }),
      '`pass` must be at most 1',
    ],
    [
      'wants more safety than questions',
      manifest({ check: { draw: 1, critical: 2, pass: 0.8 } }),
      'more safety families than families are drawn',
    ],
  ])('%s', (_, change, fault) => {
    expect(faultsAfter(change)).toContain(fault)
  })
})
