import { spawn } from 'node:child_process'
import { PROJECT } from './postgres-home.mjs'
import { refusalFor } from './refusal.mjs'

const KEPT = 64 * 1024 // enough of the end of a tool's output to find out why it failed

/** @typedef {{ env?: Record<string, string>, quiet?: boolean, signal?: AbortSignal }} RunOptions */

/**
 * Runs a program in the project's folder and shows what it says.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options] quiet: nothing is shown; signal: ends the program
 * @returns {Promise<{ code: number, output: string }>} the exit code, and the end of what it wrote
 */
export function run(program, args, { env, quiet = false, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: PROJECT, env: { ...process.env, ...toolSettings(), ...env }, signal, stdio: ['ignore', 'pipe', 'pipe'],
      shell: program.endsWith('.cmd'), // Windows runs these by its shell alone
    })
    let output = ''
    const keep = (screen) => (chunk) => {
      output = (output + chunk).slice(-KEPT)
      if (!quiet) screen.write(chunk)
    }
    child.stdout.on('data', keep(process.stdout))
    child.stderr.on('data', keep(process.stderr))
    child.once('error', reject)
    child.once('close', (code, killed) => resolve({ code: code ?? (killed ? 1 : 0), output }))
  })
}

/** No tool of ours asks the network for news; colours survive our listening in. */
const toolSettings = () => ({
  NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1',
  npm_config_update_notifier: 'false',
  ...(process.stdout.isTTY && !process.env.NO_COLOR && { FORCE_COLOR: '1' }),
})

/**
 * Like `run`, for a step without which nothing can go on.
 * @param {string} otherwise the sentence for the person, when the cause is not one we know
 */
export async function mustRun(program, args, otherwise, options) {
  const { code, output } = await run(program, args, options)
  if (code !== 0) throw refusalFor(output, otherwise)
}
