import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Answer, send } from './answer.mjs'

/** Addresses and files alike: the service worker at the root, so that it may serve every page, and the first script. */
const NAMES = ['/worker.js', '/first.js']

/** While developing, parts of the build change under one name: a worker that an earlier `npm start` left behind goes. */
const GONE = `addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name)
  await registration.unregister()
})()))
`

/**
 * Sends the scripts that scripts/build-scripts.mjs has made. Browsers ask at every visit whether they have changed.
 * @param {{ dev: boolean }} settings
 * @param {string} folder of the build
 * @param {[string, string][]} common headers of every answer; they are the worker's own policy too
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) =>
 *   Promise<void> | boolean | undefined} false: none of them was asked for, or there is no build
 */
export function builtScripts({ dev }, folder, common) {
  const headers = { ...Object.fromEntries(common), 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' }
  const answers = new Map(NAMES.flatMap((name) => {
    const body = dev ? developing[name] : built(join(folder, name))
    return body ? [[name, new Answer({ status: 200, headers, body }, { kept: true })]] : []
  }))
  return (request, response) => {
    const answer = request.method === 'GET' || request.method === 'HEAD' ? answers.get(request.url) : undefined
    return answer ? send(request, response, answer) : false
  }
}

const developing = { '/worker.js': Buffer.from(GONE) }

const built = (file) => (existsSync(file) ? readFileSync(file) : undefined)
