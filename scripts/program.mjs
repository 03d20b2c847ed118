import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from './postgres-home.mjs'

/**
 * The file of a program that a package brings, to be run by this very Node: no shell, no PATH, no network.
 * @param {string} name
 * @param {string} [from] the package, when it is called otherwise
 */
export function program(name, from = name) {
  const folder = join(PROJECT, 'node_modules', from)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[name])
}
