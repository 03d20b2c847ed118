import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { limits } from '@/lib/courses/limits'
import { courseFolders, readCourseFolder } from './read-folder'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'haven course '))
  await mkdir(join(folder, '1.1'))
  await writeFile(join(folder, '1.1/en.md'), '# A lesson\n')
})

afterEach(() => rm(folder, { recursive: true }))

const read = async () => {
  const { files, faults } = await readCourseFolder(folder)
  return { files: Object.fromEntries(files), faults: faults.map(({ file, message }) => `${file} ${message}`) }
}

test('reads the files of the folder and of the folders in it', async () => {
  await writeFile(join(folder, 'course.json'), '{}')
  const { files, faults } = await read()
  expect(files).toEqual({ '1.1/en.md': '# A lesson\n', 'course.json': '{}' })
  expect(faults).toEqual([])
})

test('reads line ends of Windows as those of everyone else', async () => {
  await writeFile(join(folder, '1.1/en.md'), '# A lesson\r\n\r\nWords.\r\n')
  expect((await read()).files).toEqual({ '1.1/en.md': '# A lesson\n\nWords.\n' })
})

test.each([
  ['a file', async () => symlink('/etc/hostname', join(folder, '1.1/nl.md')), '1.1/nl.md'],
  ['a folder', async () => symlink(tmpdir(), join(folder, '1.2')), '1.2'],
  ['nothing', async () => symlink('/nowhere/at/all', join(folder, 'ar.md')), 'ar.md'],
])('follows no link to %s', async (_, make, path) => {
  await make()
  expect(await read()).toEqual({
    files: { '1.1/en.md': '# A lesson\n' },
    faults: [`${path} links are not followed: put the file itself here`],
  })
})

test('reads no more of a huge file than its size', async () => {
  await truncate(join(folder, '1.1/en.md'), 40 * 1024 ** 3)
  expect(await read()).toEqual({ files: {}, faults: ['1.1/en.md the file is larger than 200 KB'] })
})

test('refuses what is not text', async () => {
  await writeFile(join(folder, '1.1/en.md'), Buffer.from([0xff, 0xd8, 0xff]))
  expect((await read()).faults).toEqual(['1.1/en.md the file is not UTF-8 text'])
})

test('goes no deeper than the folder of a lesson', async () => {
  await mkdir(join(folder, '1.1/more/and/more'), { recursive: true })
  expect((await read()).faults).toEqual(['1.1/more folders inside the folder of a lesson are not used'])
})

test('stops when there are too many files', async () => {
  await Promise.all(Array.from({ length: limits.files + 50 }, (_, n) => writeFile(join(folder, '1.1', `${n}.md`), '')))
  expect(Object.keys((await read()).files)).toHaveLength(limits.files + 1)
})

test('knows the courses that come with Haven, and takes one folder as one course', async () => {
  expect(await courseFolders(undefined)).toEqual([expect.stringMatching(/prisma.content.safer-spaces$/)])
  expect(await courseFolders(folder)).toEqual([folder])
  await expect(courseFolders(join(folder, 'typing mistake'))).rejects.toThrow('There is no folder')
})
