import '../no-eval'
import { z } from 'zod'
import { locales } from '@/lib/i18n/locales'

const locale = z.enum(locales)

/** The address that a code goes to. */
export const askSchema = z.strictObject({
  email: z.string().trim().toLowerCase().max(254, 'people.errors.email').pipe(z.email('people.errors.email')),
  locale,
})

/** Digits as people write and paste them: in groups, and in the figures of Arabic. */
const plainDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\s\u2010-\u2015\-.\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')

/** The code that came by mail, and whether other people use this device. */
export const enterSchema = z.strictObject({
  code: z.string().max(64, 'people.errors.codeShape').transform(plainDigits).pipe(z.string().regex(/^\d{8}$/, 'people.errors.codeShape')),
  shared: z.enum(['yes', 'no'], 'people.errors.shared'),
  locale,
  /** Only said again on the page. Where the code went is known without it. */
  email: z.string().max(254).optional(),
})

/** Signing out. */
export const localeSchema = z.strictObject({ locale })

export type Ask = z.infer<typeof askSchema>
export type Enter = z.infer<typeof enterSchema>

/** The accounts that a demonstration offers. */
export const demoSchema = z.strictObject({ who: z.enum(['learner', 'finished']), locale })

/** Free words on one line, as short as they are shown; nothing is fine too. */
const words = (most: number, error: string) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .pipe(z.string().refine((text) => Array.from(text).length <= most, error))

/** What people say about themselves in their settings. */
export const settingsSchema = z.strictObject({
  name: words(80, 'people.errors.name'),
  pronouns: words(40, 'people.errors.pronouns'),
  contact: z.enum(['mail', 'none'], 'people.errors.contact'),
})

/** Deleting one's account: a box that nobody ticks by accident. */
export const eraseSchema = z.strictObject({
  sure: z.literal('yes', 'people.errors.sure'),
  locale,
  /** Whose account the page shows (ownerOf): somebody else may be signed in by now. Without scripts no page knows. */
  owner: z.string().max(22).optional(),
})

export type Erase = z.infer<typeof eraseSchema>
export type Settings = z.infer<typeof settingsSchema>
