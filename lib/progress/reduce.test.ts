import fc from 'fast-check'
import type { ProgressEvent } from './event'
import { anyLog, uuid } from './event.arbitrary'
import { type BlockState, reduce } from './reduce'

const at = (second: number) => `2026-11-20T10:00:0${second}.000Z`

const counting = (log: readonly ProgressEvent[]) => {
  const { lessons, commitment, checkPassed } = reduce(log)
  const facts = new Map<string, BlockState | 'yes'>()
  for (const [lesson, { blocks, finished, openedAt }] of Object.entries(lessons)) {
    for (const [block, state] of Object.entries(blocks)) if (state !== 'reached') facts.set(`${lesson}#${block}`, state)
    if (finished) facts.set(`${lesson} finished`, 'yes')
    if (openedAt) facts.set(`${lesson} opened`, 'yes')
  }
  if (commitment) facts.set('commitment', 'yes')
  if (checkPassed) facts.set('check', 'yes')
  return facts
}

describe('reduce', () => {
  it('does not mind in which order events arrive, or how often', () => {
    fc.assert(
      fc.property(
        anyLog.chain((log) =>
          fc.tuple(fc.constant(log), fc.shuffledSubarray([...log, ...log], { minLength: log.length * 2 })),
        ),
        ([log, mixed]) => expect(reduce(mixed)).toEqual(reduce(log)),
      ),
    )
  })

  it('loses nothing that counts when two logs come together', () => {
    const order: (BlockState | 'yes')[] = ['skipped', 'replaced', 'tried', 'yes']
    fc.assert(
      fc.property(anyLog, anyLog, (one, other) => {
        const both = counting([...one, ...other])
        for (const part of [counting(one), counting(other)])
          for (const [fact, state] of part)
            expect(order.indexOf(both.get(fact)!)).toBeGreaterThanOrEqual(order.indexOf(state))
      }),
    )
  })

  it('makes of two logs nothing that neither of them knew', () => {
    fc.assert(
      fc.property(anyLog, anyLog, (one, other) => {
        const [first, second, both] = [counting(one), counting(other), counting([...one, ...other])]
        for (const [fact, state] of both) expect([first.get(fact), second.get(fact)]).toContain(state)
      }),
    )
  })

  it('resumes at the block of the latest event', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        for (const [lesson, { lastBlock }] of Object.entries(reduce(log).lessons)) {
          const seen = log.flatMap((event) => ('block' in event && event.lesson === lesson ? [event] : []))
          const latest = seen.toSorted((a, b) => (`${a.at}${a.id}` < `${b.at}${b.id}` ? -1 : 1)).at(-1)
          expect(lastBlock).toBe(latest?.block)
        }
      }),
    )
  })

  it('keeps a block tried when it is skipped later, and replaced when it is only passed again', () => {
    const events: ProgressEvent[] = [
      { id: uuid(1), kind: 'lesson.opened', course: 'c', lesson: '6.3', at: at(1) },
      { id: uuid(2), kind: 'block.tried', course: 'c', lesson: '6.3', block: 'talk', at: at(2) },
      { id: uuid(3), kind: 'block.skipped', course: 'c', lesson: '6.3', block: 'talk', at: at(3) },
      { id: uuid(4), kind: 'block.replaced', course: 'c', lesson: '6.3', block: 'story', at: at(4) },
      { id: uuid(5), kind: 'block.reached', course: 'c', lesson: '6.3', block: 'story', at: at(5) },
      { id: uuid(6), kind: 'lesson.finished', course: 'c', lesson: '6.3', at: at(6) },
      { id: uuid(7), kind: 'lesson.opened', course: 'c', lesson: '6.3', at: at(7) },
      { id: uuid(8), kind: 'commitment.written', course: 'c', at: at(8) },
      { id: uuid(10), kind: 'check.passed', course: 'c', at: at(9) },
      { id: uuid(9), kind: 'check.passed', course: 'c', at: at(8) },
    ]
    expect(reduce(events)).toEqual({
      lessons: {
        '6.3': { openedAt: at(1), lastBlock: 'story', blocks: { talk: 'tried', story: 'replaced' }, replaced: { story: true }, finished: at(6) },
      },
      commitment: at(8),
      checkPassed: at(8),
    })
  })

  it('takes an id that JavaScript knows for an id like any other', () => {
    const { lessons } = reduce([
      { id: uuid(1), kind: 'block.tried', course: 'c', lesson: 'constructor', block: '__proto__', at: at(1) },
    ])
    expect(Object.keys(lessons)).toEqual(['constructor'])
    expect(Object.entries(lessons['constructor' as string]!.blocks)).toEqual([['__proto__', 'tried']])
  })
})
