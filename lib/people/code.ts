import { timingSafeEqual } from 'node:crypto'
import { sealOf } from '@/lib/access/derive'

/** How long a code holds, in milliseconds. */
export const codeLife = 10 * 60_000
/** How often one code may be guessed. */
export const mostTries = 5

/**
 * The eight digits of a sign-in. They follow from its id and a secret of the installation, and are kept nowhere.
 * 64 bits are taken modulo 10^8, so no code is likelier than another by more than one in 10^11.
 */
export const codeOf = (signInId: string): string =>
  (sealOf('code', signInId).readBigUInt64BE() % 100_000_000n).toString().padStart(8, '0')

/** Whether this is the code of a sign-in, in the same time whatever was entered. @param entered eight digits */
export const isCodeOf = (signInId: string, entered: string): boolean =>
  entered.length === 8 && timingSafeEqual(Buffer.from(codeOf(signInId), 'ascii'), Buffer.from(entered.padEnd(8).slice(0, 8), 'ascii'))

/** As it stands in the mail: `1234 5678`. */
export const written = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`
