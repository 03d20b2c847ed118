import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtScripts } from './built-scripts.mjs'
import { securityHeaders } from './security-headers.mjs'
import { settingsFrom } from './settings.mjs'

const folder = mkdtempSync(join(tmpdir(), 'haven-worker-'))
const file = join(folder, 'worker.js')
const servers: Server[] = []
afterAll(() => {
  servers.forEach((server) => server.close())
  rmSync(folder, { recursive: true })
})

async function serving(args: string[], from = folder) {
  const settings = settingsFrom({}, args)
  const send = builtScripts(settings, from, securityHeaders(settings))
  const server = createServer((request, response) => {
    if (send(request, response) === false) response.writeHead(404).end()
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return (path: string, request?: RequestInit) => fetch(origin + path, request)
}

test('the worker comes with a policy of its own, and is asked for anew at every visit', async () => {
  writeFileSync(file, 'the worker')
  const get = await serving([])
  const answer = await get('/worker.js')
  expect([answer.status, await answer.text()]).toEqual([200, 'the worker'])
  const headers = Object.fromEntries(answer.headers)
  expect(headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' })
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';.*connect-src 'self'/)
  expect((await get('/worker.js', { headers: { 'if-none-match': headers.etag! } })).status).toBe(304)
})

test('the first script comes from the build too, and while developing as it is written', async () => {
  writeFileSync(join(folder, 'first.js'), 'the first script')
  expect(await (await (await serving([]))('/first.js')).text()).toBe('the first script')
  expect((await (await serving(['--dev']))('/first.js')).status).toBe(404) // left to Next, which has public/
})

test('nothing else is answered, and nothing where there is no build', async () => {
  writeFileSync(file, 'the worker')
  const get = await serving([])
  expect((await get('/worker.js?x')).status).toBe(404)
  expect((await get('/worker.js', { method: 'POST' })).status).toBe(404)
  expect((await (await serving([], join(folder, 'none')))('/worker.js')).status).toBe(404)
})

test('while developing, a worker that a production build left behind goes, with all it kept', async () => {
  writeFileSync(file, 'the worker')
  const text = await (await (await serving(['--dev']))('/worker.js')).text()
  expect(text).not.toContain('the worker')
  const done: string[] = []
  const listeners: Record<string, (event: object) => void> = {}
  const scope = {
    addEventListener: (type: string, listener: (event: object) => void) => { listeners[type] = listener },
    skipWaiting: () => done.push('took over'),
    caches: { keys: async () => ['a'], delete: async (name: string) => done.push(`removed ${name}`) },
    registration: { unregister: async () => done.push('gone') },
  }
  // oxlint-disable-next-line typescript/no-implied-eval -- our own text, run as a browser would
  new Function(...Object.keys(scope), text)(...Object.values(scope))
  listeners.install?.({})
  await new Promise<void>((resolve) => listeners.activate?.({ waitUntil: (ending: Promise<void>) => void ending.then(resolve) }))
  expect(done).toEqual(['took over', 'removed a', 'gone'])
})
