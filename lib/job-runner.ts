import { setTimeout as sleep } from 'node:timers/promises'
import { makeWorkerUtils, Logger, run, type Runner, type Task } from 'graphile-worker'
import { log } from './log'

type Work = (payload: never) => Promise<unknown>

interface Duties {
  tasks: Record<string, Work>
  /** Done one after the other, once an hour by all processes together. */
  hourly: (() => Promise<unknown>)[]
}

/** A lock of Postgres that every process with a runner holds, shared; whoever can have it alone is the only one. */
const presence = 72_707_370

/** Milliseconds between two attempts to reach the database. */
const firstWait = 500
const longestWait = 15_000

// Its lines about a single job are left out: they repeat what we say ourselves, and may repeat what the job was given.
const logger = new Logger(() => (level, message, meta) => {
  if (meta?.job === undefined && ['error', 'warning'].includes(level)) log.warn({ reason: message }, 'jobs')
})

/**
 * Does the jobs of the queue in this process, two at a time, and tries again what failed, at growing distances. Goes on
 * by itself when the database comes back, or comes late.
 * @param connectionString of the database, whose queue exists (scripts/prepare-database.mjs)
 * @returns stop: lets the running jobs end and takes no more, so that none is done twice
 */
export function runJobs(connectionString: string, duties: Duties): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  let stopNow = async () => {}
  const keepOn = async () => {
    for (let wait = firstWait; !signal.aborted; wait = Math.min(2 * wait, longestWait)) {
      try {
        const { stop, ended } = await start(connectionString, duties)
        stopNow = stop
        if (signal.aborted) return await stop()
        wait = firstWait
        await ended
      } catch (error) { // no connection is the ordinary state of a database that restarts
        if (!signal.aborted) log.warn({ reason: String(error) }, 'no jobs are done; trying again')
      }
      await sleep(wait, undefined, { ref: false, signal }).catch(() => {}) // woken to stop
    }
  }
  const going = keepOn()
  return {
    async stop() {
      stopping.abort()
      await stopNow()
      await going
    },
  }
}

async function start(connectionString: string, duties: Duties) {
  const here = await announce(connectionString)
  const runner = await run({
    connectionString,
    maxPoolSize: 4,
    concurrency: 2,
    noHandleSignals: true,
    logger,
    // Without a batch, a runner that stops does not wait until its last job is marked as done, and it is done again.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: taskList(duties),
    crontab: '17 * * * * hourly',
  }).catch(async (error: unknown) => {
    await here.leave()
    throw error
  })
  report(runner)
  const ended = runner.promise.finally(here.leave)
  let leaving: Promise<void> | undefined
  return { ended, stop: () => (leaving ??= runner.stop().then(here.leave)) }
}

function taskList({ tasks, hourly }: Duties): Record<string, Task> {
  const each = Object.entries(tasks).map(([name, work]) => [name, async (payload: unknown) => void (await work(payload as never))])
  return { ...Object.fromEntries(each), hourly: () => inTurn(hourly) }
}

/** One that fails must not keep the others from being done: what they forget is personal. */
async function inTurn(duties: Duties['hourly']): Promise<void> {
  const failures: unknown[] = []
  for (const work of duties) await work().catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, 'a part of the hourly work failed')
}

/**
 * Holds the presence lock as long as this process lives. A job whose process was killed stays marked as being done for
 * four hours; a code would be worthless by then. Whoever finds nobody else here frees such jobs at once.
 */
async function announce(connectionString: string): Promise<{ leave: () => Promise<void> }> {
  const utils = await makeWorkerUtils({ connectionString, maxPoolSize: 1, logger })
  let leave = () => {}
  const left = new Promise<void>((resolve) => { leave = resolve })
  let entered = () => {}
  const inside = new Promise<void>((resolve) => { entered = resolve })
  const held = utils.withPgClient(async (client) => {
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [presence])
    if (rows[0]?.alone)
      await client.query(`select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
        from graphile_worker.jobs where locked_by is not null having count(*) > 0`)
    await client.query('select pg_advisory_lock_shared($1)', [presence])
    if (rows[0]?.alone) await client.query('select pg_advisory_unlock($1)', [presence])
    entered()
    await left
    await client.query('select pg_advisory_unlock_shared($1)', [presence])
  })
  await Promise.race([inside, held])
  // The connection may break later: jobs go on, and the lock is only a courtesy to those of a killed process.
  held.catch((error: unknown) => log.warn({ reason: String(error) }, 'jobs'))
  let gone: Promise<void> | undefined
  return {
    leave() {
      leave()
      gone ??= held.catch(() => {}).then(() => utils.release()) // why it broke was said above
      return gone
    },
  }
}

/** Says of a failed job which one, how often and why; never for whom. */
function report({ events }: Runner): void {
  const tell = (what: string) => ({ job, error }: { job: Told; error: unknown }) =>
    log.error({ job: job.task_identifier, attempt: job.attempts, of: job.max_attempts, err: error }, what)
  events.on('job:error', tell('a job failed'))
  events.on('job:failed', tell('a job failed for the last time'))
}

interface Told {
  task_identifier: string
  attempts: number
  max_attempts: number
}
