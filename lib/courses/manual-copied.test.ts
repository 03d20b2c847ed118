import { readFileSync } from 'node:fs'
import { fingerprintFile } from '@/scripts/content/fingerprint'
import { copiedRuns, readFingerprint } from './copied-runs'
import { readManual } from './manual.fixture'
import { phrasesOf } from './phrases'

/** Titles of lessons, which the plan of the course has as well. */
const quoted = ['Names, pronouns and questions you do not need', 'If someone tells you: the ten-minute version']

/** The texts that the manual was written from are in languages written with Latin letters. */
const languages = /(^|\/)(en|fr|nl|pt)\.md$/

const fingerprint = readFingerprint(readFileSync(fingerprintFile, 'utf8'))
const manual = readManual()
// The whole manual is read, on a machine that may be doing other things.
jest.setTimeout(60_000)

test('the manual shares no run of eight words with the texts it was written from', async () => {
  const { files } = await manual
  const texts = [...files].filter(([file]) => languages.test(file))
  expect(texts.length).toBeGreaterThan(40)
  const copied = texts.flatMap(([file, text]) =>
    copiedRuns(phrasesOf(text), fingerprint, quoted).map(({ line, words }) => `${file}:${line} ${words}`),
  )
  expect(copied).toEqual([])
})

test('the fingerprint knows those texts: a title in the bibliography is recognised', async () => {
  const { sources } = await manual
  const { title } = sources.document.SD1!
  expect(copiedRuns([{ text: title, line: 1, heading: false }], fingerprint)).toEqual([
    { line: 1, words: expect.stringContaining('lgbtqi mensen met een migratieachtergrond') },
  ])
})

test('no exception is kept longer than it is needed', async () => {
  const { files } = await manual
  const found = [...files].flatMap(([, text]) => copiedRuns(phrasesOf(text), fingerprint).map(({ words }) => words))
  for (const title of quoted) expect(found).toContain(title.toLowerCase().replace(/[,:]/g, '').replace('-', ' '))
})
