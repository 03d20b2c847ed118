import { readFileSync } from 'node:fs'
import { connect } from './database-url.mjs'

const { version } = JSON.parse(readFileSync(new URL('../lib/search/index-version.json', import.meta.url), 'utf8'))

/**
 * Whether the search finds what the courses say now (lib/search/commands.ts), asked without loading the application.
 * @param {string} url of a migrated database
 */
export async function isSearchReady(url) {
  const client = await connect(url)
  const { rowCount } = await client.query(`
    select 1 from "Course" as course left join "SearchIndex" as made on made."courseId" = course.id
    where search_state(course.id) is not null
      and (made.state is distinct from search_state(course.id) or made.version is distinct from $1) limit 1`, [version],
  ).finally(() => client.end())
  return rowCount === 0
}
