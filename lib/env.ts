import { z } from 'zod'

const flag = z
  .string()
  .optional()
  .transform((text) => ['1', 'true', 'yes'].includes((text ?? '').toLowerCase()))

/** A setting that is written down without a value is not set. */
const address = z.preprocess((text) => text || undefined, z.url().optional())

/** `https://xn--hven-loa.be:8443`, however it was written. Refused at the start already (scripts/public-url.mjs). */
const site = z.url({ protocol: /^https?$/ }).transform((text, context) => {
  const { href, origin } = new URL(text)
  // What else may stand in an address could not stand on a certificate, and links would not lead under a path.
  if (href === `${origin}/` && /^https?:\/\/[\w.:[\]-]+$/.test(origin)) return origin
  context.addIssue({ code: 'custom', message: 'is more than a protocol and a host' })
  return z.NEVER
})

const schema = z
  .object({
    /** Seals session cookies; made at the first start, unless it is given. */
    AUTH_SECRET: z.string().min(32),
    /** The keys that sign certificates, as JSON (lib/certificates/issuer-keys.ts); made at the first start, kept outside the database. */
    ISSUER_KEYS: z.string().optional(),
    /** Who issues certificates, as it stands on them. */
    ISSUER_NAME: z.string().default('Haven'),
    /** The address people use. Without it Haven is reached on this machine only. */
    PUBLIC_URL: z.preprocess((text) => text || undefined, site.optional()),
    PORT: z.string().default('3000'),
    /** Demonstration: accounts to try, one click to sign in, mail shown on a page. Never with a public address. */
    DEMO: flag,
    /** The mail server, `smtp://user:password@host:587`. Without it mail goes to the outbox page, where there is one. */
    SMTP_URL: address,
    /** The sender of mails. Its name must tell nothing. */
    MAIL_FROM: z.string().default('Haven <no-reply@localhost>'),
  })
  // Refused at the start already (scripts/demo.mjs); a file that only Next reads may say otherwise.
  .refine(({ DEMO, PUBLIC_URL }) => !(DEMO && PUBLIC_URL), 'DEMO cannot be on where PUBLIC_URL is set')

let read: z.infer<typeof schema> | undefined

/** The settings, checked once at first use, so that a build needs none of them. */
export function env(): z.infer<typeof schema> {
  read ??= schema.parse(process.env)
  return read
}

/** The address of this site, without a slash at its end. */
export const siteUrl = (): string => env().PUBLIC_URL ?? `http://localhost:${env().PORT}`

/** Whether mail is shown on a page instead of being sent: in development and demonstration, without a mail server. */
export const hasOutbox = (): boolean => !env().SMTP_URL && (env().DEMO || process.env.NODE_ENV === 'development')
