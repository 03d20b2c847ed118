import { runMigrations } from 'graphile-worker'
import { refusalFor } from './refusal.mjs'

/**
 * Makes the queue of jobs, or brings it to the state of this code; one question when it is there already.
 * @param {string} url
 * @throws {import('./refusal.mjs').Refusal}
 */
export async function prepareJobQueue(url) {
  try {
    await runMigrations({ connectionString: url, maxPoolSize: 1 })
  } catch (error) { // the person needs one sentence
    throw refusalFor(error.message, `The queue of jobs in the database cannot be prepared: ${error.message}. `
      + 'What was saved is kept.')
  }
}
