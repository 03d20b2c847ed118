import { createServer } from 'node:net'
import { Refusal } from './refusal.mjs'

/**
 * @param {string | undefined} text the environment's PORT
 * @returns {number}
 */
export function readPort(text = '3000') {
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port
  throw new Refusal(`PORT must be a whole number between 1 and 65535, and it is "${text}".`)
}

/**
 * Refuses a port that somebody else listens on, before any slow step.
 * @param {number} port
 * @param {string} host
 */
export async function refuseTakenPort(port, host) {
  // Browsers try ::1 first for "localhost": another program there would be shown instead of Haven.
  const hosts = host === '127.0.0.1' ? [host, '::1'] : [host]
  for (const each of hosts) {
    const { code } = await tryPort(port, each)
    if (code === 'EADDRINUSE') {
      throw new Refusal(`Port ${port} is already in use, perhaps by another Haven. `
        + `Stop that program, or choose another port: PORT=${port === 65535 ? 3001 : port + 1} npm start`)
    }
    if (code === 'EACCES') throw new Refusal(`You may not use port ${port}. Choose one above 1023: PORT=3001 npm start`)
    if (each === host && code) throw new Refusal(`HOST=${host} is not an address of this machine (${code}).`)
  }
}

/**
 * @param {number} port 0 asks for any free one
 * @param {string} [host]
 * @returns {Promise<{ port: number, code?: string }>} the port, or why it cannot be had
 */
export function tryPort(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const probe = createServer().once('error', ({ code }) => resolve({ port: 0, code }))
    probe.listen({ port, host, exclusive: true }, () => {
      const { port: found } = probe.address()
      probe.close(() => resolve({ port: found }))
    })
  })
}
