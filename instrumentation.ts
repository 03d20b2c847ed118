/**
 * Called by Next once, before the server takes requests: from here on this process also does the jobs of the queue.
 * The server in front stops them before it leaves (scripts/server.mjs).
 */
export async function register(): Promise<void> {
  // Written out: the build puts a value in place of NEXT_RUNTIME, which our own server's environment does not have.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { NEXT_PHASE, DATABASE_URL } = process.env
  if (NEXT_PHASE === 'phase-production-build' || !DATABASE_URL) return
  const [{ runJobs }, duties] = await Promise.all([import('./lib/job-runner'), import('./lib/task-list')])
  Object.assign(globalThis, { [Symbol.for('haven.stopJobs')]: runJobs(DATABASE_URL, duties).stop })
}
