import type { Transaction } from './db'

/** Work that can be put off, by name, with what it is given: ids only, so that nothing personal lies in the queue. */
export interface Jobs {
  /** Mails the code of a sign-in. */
  'mail.code': { signIn: string }
}

type JobName = keyof Jobs

/** How often a job is tried, at growing distances: seven times are about ten minutes, as long as a code holds. */
const tries: Record<JobName, number> = { 'mail.code': 7 }

/** Adds a job within a transaction: it is done if, and only if, the transaction is committed (lib/task-list.ts says how). */
export async function addJob<Name extends JobName>(
  tx: Pick<Transaction, '$executeRaw'>,
  name: Name,
  payload: Jobs[Name],
): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job(identifier => ${name}, payload => ${JSON.stringify(payload)}::json,
      max_attempts => ${tries[name]}::int)`
}
