/** The server: one process that holds Next, and in front of it what Next leaves open (see scripts/front). */
import { createServer } from 'node:http'
import { join } from 'node:path'
import { listenForContent } from './front/content-listener.mjs'
import { freshness } from './front/freshness.mjs'
import { createFront } from './front/front.mjs'
import { log, logConsole } from './front/log.mjs'
import { PageCache } from './front/page-cache.mjs'
import { settingsFrom } from './front/settings.mjs'
import { isPage, sharing } from './front/shared-requests.mjs'
import { Refusal } from './refusal.mjs'

const SECONDS = 1000
const TIME_TO_FINISH = 5 * SECONDS

const HARDENING = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 15 * SECONDS,
  requestTimeout: 60 * SECONDS,
  keepAliveTimeout: 65 * SECONDS, // longer than the usual minute of a proxy, which otherwise meets a closed door
}

try {
  await serve(settingsFrom(process.env, process.argv.slice(2)))
} catch (error) {
  if (error instanceof Refusal) process.stderr.write(`${error.message}\n`)
  else log.fatal(error, 'the server could not start')
  process.exit(1)
}

/** @param {import('./front/settings.mjs').Settings} settings */
async function serve(settings) {
  process.env.NODE_ENV ??= settings.dev ? 'development' : 'production'
  process.on('uncaughtException', (error) => {
    log.fatal(error, 'the server cannot go on')
    process.exit(1)
  })
  process.on('unhandledRejection', (error) => log.error(error, 'a promise was rejected and nobody cared'))
  if (!settings.dev) logConsole()
  const server = createServer(HARDENING)
  const early = []
  const wait = (...pair) => { early.push(pair) }
  server.on('request', wait)
  await listen(server, settings) // first of all: a taken port should be told at once

  const { default: next } = await import('next')
  // Next adds a listener for web sockets to the server it is given; only its development server uses one.
  const httpServer = settings.dev ? server : createServer()
  const app = next({ dev: settings.dev, hostname: settings.host, port: settings.port, httpServer })
  await app.prepare()

  const cache = new PageCache()
  const { empty, watch } = freshness(cache)
  const handle = app.getRequestHandler()
  const front = createFront({
    next(request, response) {
      const rendering = handle(request, response)
      return isPage(request.url.split('?', 1)[0]) ? watch(rendering) : rendering
    },
    settings,
    cache,
    isShared: sharing(join(process.cwd(), 'public')),
  })
  server.off('request', wait).on('request', front)
  for (const [request, response] of early) front(request, response)
  const listener = settings.databaseUrl && !settings.dev ? listenForContent(settings.databaseUrl, empty) : undefined
  stopOnSignals(server, () => Promise.all([listener?.stop(), stopJobs()]))
  log.info({ port: settings.port }, 'ready')
}

/** @returns {Promise<void>} */
function listen(server, { port, host }) {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code }) => reject(new Refusal(code === 'EADDRINUSE'
      ? `Port ${port} is already in use. Stop the program that uses it, or set PORT to another number.`
      : `The server cannot listen on ${host}, port ${port} (${code}). Set HOST and PORT to what this machine allows.`)))
    server.listen(port, host, resolve)
  })
}

/** The jobs run within Next's part of the process (instrumentation.ts). A job that is cut off would be done again. */
const stopJobs = () => globalThis[Symbol.for('haven.stopJobs')]?.()

/** Takes no new requests and no new jobs, lets the running ones end, and leaves. */
function stopOnSignals(server, release) {
  const leave = () => process.exit(0)
  const stop = () => {
    setTimeout(leave, TIME_TO_FINISH)
    const closed = new Promise((resolve) => { server.close(resolve) })
    setInterval(() => server.closeIdleConnections(), 50) // those that fall idle from now on
    void Promise.allSettled([closed, release()]).then(leave)
  }
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, stop)
}
