import { Agent, request } from 'node:http'
import { readFileSync } from 'node:fs'

/** Processor time that a process has used so far, in ms (user and system, all its threads). Linux only. */
export function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10 // clock ticks of 1/100 s
}

/**
 * Sends `count` requests, `together` at a time over kept connections, and times each.
 * @param {string} base address of the server
 * @param {(n: number) => { method?: string, path: string, headers?: Record<string, string>, body?: string }} make
 * @param {{ count: number, together?: number, pid: number, heard?: (n: number, body: string) => void }} options
 *   pid: the process whose time is measured; heard: receives each answer
 * @returns {Promise<{ perSecond: number, p50: number, p95: number, p99: number, processor: number, bytes: number }>}
 *   times in ms; `processor`: ms a request
 */
export async function load(base, make, { count, together = 8, pid, heard }) {
  const agent = new Agent({ keepAlive: true, maxSockets: together })
  const times = []
  let next = 0
  let bytes = 0
  const before = processorTime(pid)
  const start = performance.now()
  await Promise.all(Array.from({ length: together }, async () => {
    while (next < count) {
      const n = next++
      const from = performance.now()
      const answer = await send(base, make(n), agent)
      times.push(performance.now() - from)
      bytes = answer.bytes
      heard?.(n, answer.body.toString())
    }
  }))
  const seconds = (performance.now() - start) / 1000
  const processor = (processorTime(pid) - before) / count
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  return { perSecond: count / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), processor, bytes }
}

/** One request, read to its end. Throws when it is not answered with 200. */
export function send(base, { method = 'GET', path, headers = {}, body }, agent) {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, base), { method, agent, headers }, (answer) => {
      const chunks = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('end', () => {
        const whole = Buffer.concat(chunks)
        if (answer.statusCode !== 200) reject(new Error(`${method} ${path}: ${answer.statusCode} ${whole.toString().slice(0, 200)}`))
        else resolve({ body: whole, bytes: whole.length, headers: answer.headers })
      })
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
