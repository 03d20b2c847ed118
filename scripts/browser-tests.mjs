import { closeSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from './chromium.mjs'
import { tryPort } from './port.mjs'
import { program } from './program.mjs'
import { Refusal } from './refusal.mjs'
import { run } from './run.mjs'
import { passingSecrets } from './secrets.mjs'
import { startServer } from './server-process.mjs'
import { playwrightCounts } from './test-counts.mjs'

/**
 * Playwright against the production build, on a free port, with a throw-away database that holds the shipped courses.
 * @param {{ signal: AbortSignal, more: string[], reports: string }} options reports: where report and server log go
 * @returns {Promise<import('./test-counts.mjs').Counts>}
 */
export async function browserTests({ signal, more, reports }) {
  const browser = await chromium({ signal })
  const { startDatabase } = await import('./database.mjs') // these need the packages
  const { prepareDatabase } = await import('./prepare-database.mjs')
  const database = await startDatabase({ throwaway: true })
  const log = join(reports, 'server.log')
  const output = openSync(log, 'w')
  try {
    await prepareDatabase(database.url, { signal })
    const [{ port }, { port: elsewhere }] = await Promise.all([tryPort(0), tryPort(0)])
    // Another origin of this machine, where the tests themselves serve the neutral site behind the quick exit.
    // A demonstration on this machine alone, whatever the environment says: no test sends a mail to the world.
    const settings = { LEAVE_URL: `http://localhost:${elsewhere}/`, DEMO: '1', PUBLIC_URL: undefined, SMTP_URL: undefined }
    const secrets = passingSecrets()
    const server = await startServer({ port, databaseUrl: database.url, secrets, settings, output, signal })
    let died = false
    void server.exited.then(() => { died = true })
    try {
      const env = { ...settings, BASE_URL: `http://127.0.0.1:${port}`, CHROMIUM_PATH: browser,
        DATABASE_URL: database.url, AUTH_SECRET: secrets.AUTH_SECRET }
      const counts = await playwright({ report: join(reports, 'browser.json'), env, more, signal })
      if (died) throw new Refusal(`The server ended during the browser tests; it says why in ${log}.`)
      return counts
    } finally {
      await server.stop()
    }
  } finally {
    closeSync(output)
    await database.stop()
  }
}

async function playwright({ report, env, more, signal }) {
  rmSync(report, { force: true })
  const args = [program('playwright', '@playwright/test'), 'test', '--config', 'e2e/playwright.config.ts',
    '--reporter=list,json', ...more]
  const { code } = await run(process.execPath, args, { signal, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } })
  return playwrightCounts(report, code)
}
