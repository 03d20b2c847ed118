import { startDatabase } from './database.mjs'
import { prepareJobQueue } from './job-queue.mjs'
import { migrate } from './migrate.mjs'

/** Starts a throw-away database with all migrations and the queue of jobs: the template of every database test file's own. */
export default async function start() {
  const database = await startDatabase({ throwaway: true })
  globalThis.havenTestDatabase = database // the one place that setup and teardown of Jest share
  process.env.HAVEN_TEMPLATE_URL = database.url // inherited by the workers
  await migrate(database.url)
  await prepareJobQueue(database.url)
}
