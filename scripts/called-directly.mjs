import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Whether a script is the program that was started, not a part of another one; also through a symbolic link.
 * @param {string} url the script's `import.meta.url`
 */
export function calledDirectly(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(url))
}
