import { z } from 'zod'
import { idSchema } from '@/lib/courses/ids'
import { locales } from '@/lib/i18n/locales'
import { ownerSchema } from '@/lib/progress/schema'

/** Made by the browser, kept until the try is handed in: sending it again is the same try. */
const attempt = z.uuid().toLowerCase()

/** 256 bits in base64url. Made and kept by the device; whoever holds it is the candidate. */
const candidate = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

const locale = z.enum(locales)

export const drawSchema = z.strictObject({ attempt, candidate: candidate.optional(), course: idSchema, locale })

const sheetId = z.string().max(3)
const answer = z.union([sheetId, z.array(sheetId).max(20), z.record(sheetId, sheetId)])

/** Answers by the ids of the items as they were drawn. An item that is left out earns nothing. */
export const submitSchema = z.strictObject({ attempt, candidate, answers: z.record(sheetId, answer), locale })

/** A device hands its candidate over to the account that is signed in there. */
export const claimSchema = z.strictObject({ owner: ownerSchema, candidate, course: idSchema })

export type DrawInput = z.infer<typeof drawSchema>
export type SubmitInput = z.infer<typeof submitSchema>
export type ClaimInput = z.infer<typeof claimSchema>
