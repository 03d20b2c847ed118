import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from '../postgres-home.mjs'

const BORDER = 'border-of-a-form'

/** @returns {string} the id that the build gave to a server function, `issue` of lib/certificates/actions.ts */
export function actionId(file, name) {
  const { node } = JSON.parse(readFileSync(join(PROJECT, '.next/server/server-reference-manifest.json'), 'utf8'))
  const found = Object.entries(node).find(([, { filename, exportedName }]) => filename === file && exportedName === name)
  if (!found) throw new Error(`${file} has no ${name} in this build`)
  return found[0]
}

/**
 * What the browser sends for `action(null, form)`.
 * @param {string} base address of the server
 * @param {string} path of the page
 * @param {string} id see actionId
 * @param {Record<string, string>} fields
 */
export function formPost(base, path, id, fields) {
  const all = [...Object.entries(fields).map(([name, value]) => [`_1_${name}`, value]), ['0', '[null,"$K1"]']] // what refers to the others comes last
  const parts = all.map(([name, value]) => `--${BORDER}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  return { method: 'POST', path, body: `${parts.join('')}--${BORDER}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${BORDER}`, 'next-action': id, accept: 'text/x-component', origin: base } }
}
