import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, createServer, request as ask } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFront } from './front.mjs'
import { log } from './log.mjs'
import { PageCache } from './page-cache.mjs'
import { settingsFrom } from './settings.mjs'
import { sharing } from './shared-requests.mjs'

/** Headers with which Next sends a page that is the same for everyone. */
export const SHARED = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 's-maxage=31536000', vary: 'rsc' }
export const PERSONAL = { ...SHARED, 'cache-control': 'private, no-store' }

export const page = (text: string) =>
  `<!doctype html><p>${text.padEnd(3000, ' .')}</p><script>self.__next_f.push([1,"data"])</script>`

export const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** What stands behind the front in these tests. */
export const pages: Record<string, Handler> = {}

/** How often it was asked for each address. */
export const asked = new Map<string, number>()

export const cache = new PageCache()

const folder = mkdtempSync(join(tmpdir(), 'haven-public-'))
const agent = new Agent({ keepAlive: true })
let server: Server

/** The port on which the front listens. */
export let port: number

beforeAll(async () => {
  log.level = 'silent'
  const front = createFront({
    async next(request: IncomingMessage, response: ServerResponse) {
      const path = request.url!.split('?', 1)[0]!
      asked.set(path, (asked.get(path) ?? 0) + 1)
      const handler = pages[path]
      if (handler) await handler(request, response)
      else response.writeHead(404, SHARED).end(page('nothing here'))
    },
    settings: settingsFrom({ LEAVE_URL: 'https://news.example/' }, []),
    cache,
    isShared: sharing(folder),
  })
  server = createServer(front)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
beforeEach(() => {
  cache.empty()
  asked.clear()
})
afterAll(() => {
  agent.destroy()
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

export interface Got { status: number; headers: IncomingHttpHeaders; body: Buffer }

interface Sent { method?: string; body?: string | Buffer }

export function get(path: string, headers: Record<string, string> = {}, { method = 'GET', body = '' }: Sent = {}) {
  return new Promise<Got>((resolve, reject) => {
    const sent = ask({ host: '127.0.0.1', port, path, method, headers, agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) })
      })
      response.on('error', reject)
    })
    sent.on('error', reject)
    if (body.length > 0) sent.write(body) // without a length, unless a header announces it
    sent.end()
  })
}
