import pino from 'pino'
import { logOptions } from './log-options.mjs'

/** Structured log on standard output. Nothing personal goes in: no address, no path of a lesson, no search. */
export const log = pino(logOptions)
