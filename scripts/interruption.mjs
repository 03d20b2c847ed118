const WATCH_MS = 500

/**
 * A signal that fires when this command is to end: Ctrl-C, SIGTERM, a closed terminal, or a vanished npm. A signal sent
 * to npm ends the shell between npm and us without reaching us, and nobody would stop what we started.
 * @param {() => unknown} reason what `signal.reason` will be
 * @returns {AbortSignal}
 */
export function interruption(reason) {
  const controller = new AbortController()
  const interrupt = () => controller.abort(reason())
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, interrupt)
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) {
    const watch = setInterval(() => { if (process.ppid !== parent) interrupt() }, WATCH_MS)
    watch.unref()
  }
  return controller.signal
}
