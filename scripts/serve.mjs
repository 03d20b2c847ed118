/** The steps of `npm start` and `npm run dev`. Each step does only what is missing, so that a second start is quick. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build, generateClient } from './build.mjs'
import { aboutSignIn, demoFrom } from './demo.mjs'
import { installPackages } from './install.mjs'
import { interruption } from './interruption.mjs'
import { readPort, refuseTakenPort } from './port.mjs'
import { PROJECT } from './postgres-home.mjs'
import { publicUrlFrom } from './public-url.mjs'
import { Refusal, endWith } from './refusal.mjs'
import { reachable, startServer } from './server-process.mjs'

/** @param {{ dev: boolean }} options */
export async function serve({ dev }) {
  const signal = interruption(() => new Refusal('Stopped before Haven was ready.'))
  try {
    process.exitCode = await prepareAndServe({ dev, signal })
  } catch (error) { // the end of the command: one sentence for the person
    endWith(signal.aborted ? signal.reason : error)
  }
}

/** @returns {Promise<number>} the exit code: 0 when a person stopped it, else that of the server */
async function prepareAndServe({ dev, signal }) {
  if (existsSync(join(PROJECT, '.env'))) process.loadEnvFile(join(PROJECT, '.env'))
  const port = readPort(process.env.PORT)
  const host = process.env.HOST || '127.0.0.1'
  const demo = demoFrom(process.env)
  publicUrlFrom(process.env.PUBLIC_URL) // refuses one that certificates could not carry
  await refuseTakenPort(port, host)
  await installPackages({ signal })
  const { startDatabase } = await import('./database.mjs') // needs the packages
  const { prepareDatabase } = await import('./prepare-database.mjs')
  const { startSecrets } = await import('./start-secrets.mjs')
  await generateClient({ signal })
  const database = await startDatabase()
  try {
    await prepareDatabase(database.url, { signal })
    const secrets = await startSecrets(database.url, { demo, dev })
    if (!dev) await build({ signal })
    signal.throwIfAborted()
    const server = await startServer({ port, host, dev, signal, databaseUrl: database.url, secrets,
      settings: { DEMO: demo ? '1' : '0' } })
    const name = host === '127.0.0.1' ? 'localhost' : reachable(host)
    console.log(`\nHaven is ready: http://${name}:${port}  (Ctrl-C stops it)`)
    const notice = aboutSignIn({ demo, dev, SMTP_URL: process.env.SMTP_URL })
    if (notice) console.log(notice)
    const stopped = new Promise((resolve) => signal.addEventListener('abort', () => resolve('stopped')))
    const end = await Promise.race([server.exited, stopped, database.lost])
    if (typeof end === 'number') return died(end)
    if (end === 'stopped') console.log('\nStopping …')
    await server.stop()
    if (end instanceof Error) throw end
    return 0
  } finally {
    await database.stop()
  }
}

function died(code) {
  console.error(`\nThe server ended by itself (code ${code}); it says why above. Start again: what was saved is kept.`)
  return code || 1
}
