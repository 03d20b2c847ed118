import { refusalFor } from './refusal.mjs'

test.each([
  ['npm error code ENOSPC\nnpm error nospc no space left on device', 'The disk is full.'],
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'The disk is full.'],
  ['initdb: error: could not create directory: Disk quota exceeded', 'Your disk quota is used up.'],
  ["Error: EACCES: permission denied, mkdir '/srv/haven/.data'", 'belongs to another user of this machine.'],
  ['mkdir: EROFS: read-only file system', 'This folder cannot be written to.'],
])('the cause is found in %j', (output, sentence) => {
  expect(refusalFor(output, 'otherwise').message).toContain(sentence)
})

test('another failure gets the sentence of its step', () => {
  expect(refusalFor('TypeError: x is not a function', 'The build failed.').message).toBe('The build failed.')
})
