import { isUtf8 } from 'node:buffer'
import { constants } from 'node:fs'
import { open, readdir, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Fault } from '@/lib/courses/fault'
import { limits } from '@/lib/courses/limits'
import { Refusal } from '../refusal.mjs'

const shipped = resolve(import.meta.dirname, '../../prisma/content')

/** The folder of one course, or all courses that come with Haven. */
export async function courseFolders(folder: string | undefined): Promise<string[]> {
  const at = folder === undefined ? shipped : resolve(folder)
  // A name that does not exist is a mistake of typing, not a fault of content.
  const real = await realpath(at).catch(() => {
    throw new Refusal(`There is no folder ${at}. Give the folder of a course, the one with course.json in it.`)
  })
  if (folder !== undefined) return [real]
  const entries = await readdir(real, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(real, name))
    .sort()
}

/**
 * Reads the files of a course folder into memory. It never follows a link and reads no more than the limits allow,
 * so a folder from elsewhere can be looked at. Line ends of Windows become those of everyone else.
 * @returns path inside the folder → text, and a fault for all that is not a text file of the right size
 */
export async function readCourseFolder(folder: string): Promise<{ files: Map<string, string>; faults: Fault[] }> {
  const files = new Map<string, string>()
  const faults: Fault[] = []
  await walk('')
  return { files, faults }

  async function walk(inside: string): Promise<void> {
    for (const entry of await readdir(join(folder, inside), { withFileTypes: true })) {
      const path = inside ? `${inside}/${entry.name}` : entry.name
      const refuse = (message: string): void => void faults.push({ file: path, line: 1, message })
      if (files.size + faults.length > limits.files) return
      if (entry.isSymbolicLink()) refuse('links are not followed: put the file itself here')
      else if (entry.isDirectory() && inside !== '') refuse('folders inside the folder of a lesson are not used')
      else if (entry.isDirectory()) await walk(path)
      else if (!entry.isFile()) refuse('this is not a file')
      else {
        const text = await readText(join(folder, path))
        if (typeof text === 'string') files.set(path, text)
        else refuse(text.refused)
      }
    }
  }
}

async function readText(path: string): Promise<string | { refused: string }> {
  // The folder may change while it is read: what is opened is never a link, and no more is read than the limit.
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    const buffer = Buffer.alloc(limits.fileBytes + 1)
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0)
    if (bytesRead > limits.fileBytes) return { refused: `the file is larger than ${limits.fileBytes / 1024} KB` }
    const bytes = buffer.subarray(0, bytesRead)
    return isUtf8(bytes) ? bytes.toString('utf8').replaceAll('\r\n', '\n') : { refused: 'the file is not UTF-8 text' }
  } finally {
    await file.close()
  }
}
