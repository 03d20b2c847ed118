import '../no-eval'
import { z } from 'zod'
import { idSchema } from '@/lib/courses/ids'
import { locales } from '@/lib/i18n/locales'
import { normaliseCode } from './code'
import { canBePrinted } from './printable'

/** Made by the browser and kept until the answer is there: asking again is the same certificate. */
const requestId = z.uuid().toLowerCase()

/** As the holder writes it. Signs that nobody sees, or that turn the direction of what follows, cannot be printed. */
const name = z
  .string({ error: 'certificates.errors.name' })
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'certificates.errors.name')
      .refine((text) => Array.from(text).length <= 100, 'certificates.errors.nameTooLong')
      .refine(canBePrinted, 'certificates.errors.nameSigns')
      .refine((text) => /[\p{L}\p{N}]/u.test(text), 'certificates.errors.name'),
  )

/** The code of a certificate of one's own, as the list gives it. */
const code = z.string().max(100).transform((text, context) => {
  const normal = normaliseCode(text)
  if (!normal) context.addIssue({ code: 'custom', message: 'certificates.errors.code' })
  return normal ?? ''
})

export const issueSchema = z.strictObject({ requestId, course: idSchema, path: idSchema, name, locale: z.enum(locales) })
export const withdrawSchema = z.strictObject({ code })
export const reissueSchema = z.strictObject({ requestId, code, name })

/** Anything may be asked: what cannot be a code is answered like one that nobody has. */
export const verifySchema = z.strictObject({ code: z.string().max(200) })

export type IssueInput = z.infer<typeof issueSchema>
export type WithdrawInput = z.infer<typeof withdrawSchema>
export type ReissueInput = z.infer<typeof reissueSchema>
