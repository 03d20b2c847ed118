import { readManual } from './manual.fixture'
import { termAnchor, termPath } from './term-path'

test('every term of the manual has an address of its own, which does not name it', async () => {
  const ids = (await readManual()).glossary[0]!.read.document.terms.map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(30)
  expect(new Set(ids.map(termAnchor)).size).toBe(ids.length)
  for (const id of ids) expect(termPath(id)).toMatch(/^\/glossary#w[0-9a-f]{8}$/)
})

test('an address is for good: somebody may have kept it', () => expect(termPath('survivor')).toBe('/glossary#w7a01ac37'))
