import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { writeFingerprint } from '@/lib/courses/copied-runs'
import { Refusal } from '../refusal.mjs'

/** Runs of words of the texts that the courses were written from, to which no lesson may come too close. */
export const fingerprintFile = resolve(import.meta.dirname, '../../prisma/content/source-texts.fingerprint')

/** A reference to a source, such as [R10, V], stands between words without being one. */
const reference = /\[[A-Z]{1,3}\d*[^\]\n]{0,40}\]/g

/**
 * Writes the fingerprint anew from all .txt and .md files in these folders. The texts themselves stay where they are.
 * @returns what was read, one file a line
 */
export async function fingerprint(folders: readonly string[], into = fingerprintFile): Promise<string> {
  const files = (await Promise.all(folders.map(textsIn))).flat().sort()
  if (files.length === 0) throw new Refusal('There is no .txt or .md file in these folders.')
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  await writeFile(into, writeFingerprint(texts.map((text) => text.replace(reference, ' '))))
  return files.map((file) => relative(process.cwd(), file)).join('\n')
}

async function textsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => {
    throw new Refusal(`There is no folder ${folder}.`)
  })
  return entries
    .filter((entry) => entry.isFile() && /\.(txt|md)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
}
