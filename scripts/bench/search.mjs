import { register } from 'tsx/esm/api'
import { actionId, formPost } from './form.mjs'
import { load } from './load.mjs'

/**
 * Measures the search among 500 lessons in six languages, as its page asks: one to four words, every third one mistyped.
 * It leaves these lessons' entries in the database, which should be one to throw away.
 * @param {{ base: string, pid: number, databaseUrl: string, count?: number }} options pid: of the server
 * @returns {Promise<Awaited<ReturnType<typeof load>>>} times in ms, as load() gives them; of the server alone, without Postgres
 */
export async function measureSearch({ base, pid, databaseUrl, count = 1000 }) {
  process.env.DATABASE_URL = databaseUrl
  const unregister = register()
  const [{ manyEntries, manyQuestions }, { writeEntries }, { systemActor }, { db }] = await Promise.all([
    import('../../lib/search/volume.fixture.ts'), import('../../lib/search/commands.ts'),
    import('../../lib/access/actor.ts'), import('../../lib/db.ts'),
  ])
  const entries = await manyEntries()
  await writeEntries(systemActor('bench'), 'bench', 'made for a measurement', entries).finally(() => db.$disconnect())
  await unregister()
  const questions = manyQuestions(entries, count)
  const action = actionId('lib/search/actions.ts', 'search')
  const asking = (n) => formPost(base, `/${questions[n % count].locale}/search`, action, questions[n % count])
  let found = 0
  const heard = (n, body) => { if (/"count":[1-9]/.test(body)) found++ }
  await load(base, asking, { count: 200, together: 1, pid })
  const measured = await load(base, asking, { count, together: 1, pid, heard })
  if (found < count * 0.8) throw new Error(`only ${found} of ${count} searches found something: this measures something else`)
  return measured
}
