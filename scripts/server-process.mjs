import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { PROJECT } from './postgres-home.mjs'
import { Refusal } from './refusal.mjs'

const READY_SECONDS = 120
const LEAVE_SECONDS = 10

/**
 * Starts scripts/server.mjs as a process of its own and waits until it answers.
 * @param {{ port: number, host?: string, databaseUrl: string, secrets: Record<string, string>,
 *   settings?: Record<string, string | undefined>, dev?: boolean, output?: 'inherit' | number, signal?: AbortSignal }} options
 *   settings: further ones of its environment, undefined takes one away; output: where it writes, a file descriptor or our screen
 * @returns {Promise<{ pid: number, exited: Promise<number>, stop: () => Promise<void> }>} exited: its exit code, when it
 *   ends by itself
 */
export async function startServer({
  port, host = '127.0.0.1', databaseUrl, secrets, settings = {}, dev = false, output = 'inherit', signal,
}) {
  const args = ['--import', pathToFileURL(join(PROJECT, 'scripts/leave-with-parent.mjs')).href, 'scripts/server.mjs']
  const child = spawn(process.execPath, dev ? [...args, '--dev'] : args, {
    cwd: PROJECT,
    stdio: ['ignore', output, output, 'ipc'],
    // A group of its own: Ctrl-C in the terminal reaches only us, and we stop things in order.
    detached: process.platform !== 'win32',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...settings, ...secrets,
      NODE_ENV: dev ? 'development' : 'production',
      DATABASE_URL: databaseUrl, PORT: String(port), HOST: host },
  })
  const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  const stop = async () => {
    child.kill('SIGTERM')
    const late = sleep(LEAVE_SECONDS * 1000, 'late', { ref: false })
    if (await Promise.race([exited, late]) === 'late') child.kill('SIGKILL')
    await exited
  }
  const answers = await Promise.race([
    ready(`http://${reachable(host)}:${port}/api/health`, signal),
    exited.then((code) => new Refusal(`The server ended while it started (code ${code}); it says why above.`)),
  ])
  if (answers === true) return { exited, stop, pid: child.pid }
  await stop()
  throw answers
}

/** Whether, in the end, the server answers; or what to tell the person. */
async function ready(health, signal) {
  for (const end = Date.now() + READY_SECONDS * 1000; Date.now() < end; await sleep(100)) {
    if (signal?.aborted) return signal.reason
    const limit = AbortSignal.timeout(5000)
    const answer = await fetch(health, { signal: limit }).catch(() => undefined) // not yet listening
    if (answer?.ok) return true
  }
  return new Refusal(`The server did not answer at ${health} within ${READY_SECONDS} seconds; it says why above.`)
}

/** The address by which this machine reaches a server that listens on `host`. */
export function reachable(host) {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
