import pino from 'pino'

/** Structured log on standard output. Nothing personal goes in: no address, no path of a lesson, no search. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: undefined,
  redact: ['*.email', '*.name', '*.token', '*.secret', '*.cookie', '*.authorization'],
})
