/**
 * A failure that a person can do something about. Its message is a full sentence that says what happened
 * and what to do; the commands print it alone, without a stack, and end with exit code 1.
 */
export class Refusal extends Error {
  name = 'Refusal'
}

/** Causes that hide in the output of any tool, and what to tell the person instead of that output. */
const CAUSES = [
  [/ENOSPC|No space left on device/i,
    'The disk is full. Free some space and start again; nothing that was saved is lost.'],
  [/EDQUOT|Disk quota exceeded/i,
    'Your disk quota is used up. Free some space and start again; nothing that was saved is lost.'],
  [/EMFILE|ENFILE|Too many open files/i,
    'Too many files are open on this machine. Close some programs and start again.'],
  [/EROFS|Read-only file system/i, 'This folder cannot be written to. Move the project to a disk that allows writing.'],
  [/EACCES/, 'This folder, or something in it, belongs to another user of this machine. '
    + 'Start Haven as that user, or give the folder to yours.'],
]

/**
 * Turns the output of a failed tool into one sentence.
 * @param {string} output what the tool wrote, or an error message
 * @param {string} otherwise the sentence when no known cause is found in it
 * @returns {Refusal}
 */
export function refusalFor(output, otherwise) {
  const known = CAUSES.find(([pattern]) => pattern.test(output))
  return new Refusal(known ? known[1] : otherwise)
}

/**
 * Ends a command after a failure: one sentence where the cause is known, the whole error where it is a fault of ours.
 * @param {unknown} error
 */
export function endWith(error) {
  const known = error instanceof Refusal ? error : refusalFor(String(error?.message ?? error), '')
  console.error(known.message ? `\n${known.message}` : error)
  process.exitCode = 1
}
