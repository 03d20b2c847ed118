/** Values under these names are never written, whatever is handed to the log. */
const PERSONAL = ['email', 'name', 'token', 'secret', 'cookie', 'authorization']

/**
 * What both logs of the process share: this application's and that of the server in front of it, which Node reads
 * without a compiler. LOG_LEVEL says how much is written.
 * @type {import('pino').LoggerOptions}
 */
export const logOptions = {
  level: process.env.LOG_LEVEL || 'info',
  base: undefined,
  // Postgres repeats in `detail` the values that it refused.
  redact: [...PERSONAL.flatMap((name) => [name, `*.${name}`]), 'detail', '*.detail'],
}
