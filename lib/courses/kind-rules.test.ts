import { kinds } from './kinds'
import { faults, lesson, lineOf } from './lesson.fixture'

describe('the rules of kinds, with the line to look at', () => {
  const broken = (kind: keyof typeof kinds, from: string | RegExp, to: string, at: string) => {
    const text = lesson(kinds[kind].example.replace(from, to))
    return { faults: faults(text), line: lineOf(text, at) }
  }

  test.each([
    [
      'scenario',
      '::note[Someone is called by a name that is not theirs.]\n\n',
      '',
      ':::::scenario',
      '`scenario` needs a `::note[…]`',
    ],
    [
      'testimony',
      '::note[Someone tells about being asked too much.]\n\n',
      '',
      ':::testimony',
      '`testimony` needs a `::note[…]`',
    ],
    ['testimony', 'At work', 'word '.repeat(251), ':::testimony', 'a testimony has 250 words at most'],
    ['scenario', 'to=thanks', 'to=nowhere', ':::choice{#come-along', 'there is no node `nowhere` to go to'],
    ['scenario', 'to=gone', 'to=thanks', '::::node{#gone', 'no way leads to `gone`'],
    ['scenario', 'start=wrong-name', 'start=nowhere', ':::::scenario', 'there is no node `nowhere` to start with'],
    [
      'scenario',
      'fit=harmful',
      'fit=best',
      '::::node{#wrong-name',
      'exactly one choice of `wrong-name` must have `fit=best`, here are 2',
    ],
    [
      'scenario',
      'fit=best',
      'fit=good',
      '::::node{#wrong-name',
      'exactly one choice of `wrong-name` must have `fit=best`, here are 0',
    ],
    [
      'scenario',
      'fit=best',
      'fit=superb',
      ':::choice{#come-along',
      '`fit` must be `best` or `good` or `costly` or `harmful`',
    ],
    ['scenario', ' ending=costly', '', '::::node{#gone', '`gone` needs 2–4 choices, or `ending=`'],
    [
      'scenario',
      '{#wrong-name}',
      '{#wrong-name ending=good}',
      '::::node{#wrong-name',
      '`wrong-name` is an ending, so it has no choices',
    ],
    ['scenario', 'The room is listening. What do you say?', '', '::::node{#wrong-name', '`question` is missing'],
    [
      'scenario',
      'A short sentence keeps it between you two. Ask for the right name behind the door.',
      '',
      ':::choice{#come-along',
      '`why` is missing',
    ],
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
    ['checklist', /^::check\[.*\n/gm, '', ':::checklist', 'one or more checks are needed'],
  ] as const)('%s: %s → %s', (kind, from, to, at, message) => {
    const result = broken(kind, from, to, at)
    const [fault = ''] = result.faults.filter((each) => each.includes(message))
    expect(fault.split(' ')[0]).toBe(String(result.line))
  })

  test('two blocks for today', () => {
    expect(faults(lesson(kinds.today.example.replace('#today', '#now')))).toEqual([
      '7 a lesson has one `today` block, the last',
    ])
  })

  test('a scenario without a way out of a circle', () => {
    const circle = kinds.scenario.example.replace('to=thanks', 'to=wrong-name').replace('to=gone', 'to=wrong-name')
    expect(faults(lesson(circle)).join('\n')).toContain('no way leads from `wrong-name` to an ending')
  })
})
