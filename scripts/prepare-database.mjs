import { connect } from './database-url.mjs'
import { prepareJobQueue } from './job-queue.mjs'
import { migrate } from './migrate.mjs'
import { mustRun } from './run.mjs'
import { isSearchReady } from './search-index.mjs'

/**
 * Migrates, makes the queue of jobs, loads the content that comes with Haven when there is no course yet, and makes
 * the search ready for what the courses say.
 * @param {string} url
 * @param {{ signal?: AbortSignal }} [options]
 */
export async function prepareDatabase(url, { signal } = {}) {
  const applied = await migrate(url)
  if (applied.length > 0) console.log(`▸ Database: migrations applied: ${applied.length}`)
  await prepareJobQueue(url)
  if (await hasCourse(url)) {
    if (!await isSearchReady(url)) {
      await mustRun(process.execPath, ['scripts/content.mjs', 'index'],
        'The search could not be made ready; the fault is named above.', { signal, env: { DATABASE_URL: url } })
    }
    return
  }
  console.log('▸ Loading the courses')
  await mustRun(process.execPath, ['scripts/content.mjs', 'import'],
    'The courses could not be loaded; the faults are named above. Correct them and start again.',
    { signal, env: { DATABASE_URL: url } })
}

async function hasCourse(url) {
  const client = await connect(url)
  const { rowCount } = await client.query('select 1 from "Course" limit 1').finally(() => client.end())
  return rowCount > 0
}
