import { z } from 'zod'

const schema = z.object({
  /** Seals session cookies; made at the first start, unless it is given. */
  AUTH_SECRET: z.string().min(32),
})

let read: z.infer<typeof schema> | undefined

/** The settings, checked once at first use, so that a build needs none of them. */
export function env(): z.infer<typeof schema> {
  read ??= schema.parse(process.env)
  return read
}
