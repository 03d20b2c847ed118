import { readFileSync } from 'node:fs'
import { nodeRefusal } from './node-version.mjs'

test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('Node %s is accepted', (version) => {
  expect(nodeRefusal(version)).toBeUndefined()
})

test.each(['20.18.9', '18.20.0', '9.11.2'])('Node %s is refused in one sentence that says what to do', (version) => {
  expect(nodeRefusal(version)).toBe(`Haven needs Node 20.19 or newer, and this is Node ${version}. `
    + 'Install a newer Node from https://nodejs.org and start again.')
})

test('package.json names the same version', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(engines.node).toBe('>=20.19')
})

test.each(['start.mjs', 'test.mjs', 'node-version.mjs'])('%s can be read by a Node that is too old', (file) => {
  const code = readFileSync(`scripts/${file}`, 'utf8').replace(/\/\*.*?\*\/|\/\/.*/gs, '')
  expect(code).not.toMatch(/\?\.|\?\?|`|^await |node:/m)
})
