import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copiedRuns, readFingerprint } from '@/lib/courses/copied-runs'
import { phrasesOf } from '@/lib/courses/phrases'
import { fingerprint } from './fingerprint'

let folder = ''
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'haven texts '))))
afterEach(() => rm(folder, { recursive: true }))

test('takes in every text of the folders, references left out', async () => {
  await mkdir(join(folder, 'inside'))
  await writeFile(join(folder, 'one.txt'), 'The ferry leaves at noon [R1, V] and the gulls know.')
  await writeFile(join(folder, 'inside/two.md'), '- a **lamp** in the window means: the kettle is on')
  await writeFile(join(folder, 'three.pdf'), 'nobody reads the words of a file like this one')
  const file = join(folder, 'fingerprint')
  expect((await fingerprint([folder], file)).split('\n')).toHaveLength(2)
  const written = readFingerprint(await readFile(file, 'utf8'))
  const found = (text: string) => copiedRuns(phrasesOf(text), written).map(({ words }) => words)
  expect(found('They say the ferry leaves at noon and the gulls know it.')).toEqual([
    'the ferry leaves at noon and the gulls know',
  ])
  expect(found('A lamp in the window means the kettle is on.')).toEqual([
    'a lamp in the window means the kettle is on',
  ])
  expect(found('Nobody reads the words of a file like this one.')).toEqual([])
})

test('a folder that is not there, or holds no text, is named', async () => {
  await expect(fingerprint([join(folder, 'nowhere')], join(folder, 'f'))).rejects.toThrow('There is no folder')
  await expect(fingerprint([folder], join(folder, 'f'))).rejects.toThrow('There is no .txt or .md file')
})
