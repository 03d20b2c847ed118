import { startDatabase } from './database.mjs'
import { migrate } from './migrate.mjs'

/** Starts a throw-away database with all migrations: the template of every database test file's own. */
export default async function start() {
  const database = await startDatabase({ throwaway: true })
  globalThis.havenTestDatabase = database // the one place that setup and teardown of Jest share
  process.env.HAVEN_TEMPLATE_URL = database.url // inherited by the workers
  await migrate(database.url)
}
