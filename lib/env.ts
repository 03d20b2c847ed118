import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  /** Signs cookies and keys of rate limits; made at the first start. */
  AUTH_SECRET: z.string().min(32),
  /** The address people use, when it is not the one the server listens on. */
  PUBLIC_URL: z.url().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

let read: z.infer<typeof schema> | undefined

/** The settings, checked once at first use, so that a build needs none of them. */
export function env(): z.infer<typeof schema> {
  read ??= schema.parse(process.env)
  return read
}
