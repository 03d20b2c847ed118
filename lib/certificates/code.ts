// Crockford's base32: no I, L, O or U, so that a code survives being read aloud, copied by hand and misread.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Letters and digits of a code: 26 times 5 bits are 130. */
const length = 26

const form = new RegExp(`^[${alphabet}]{${length}}$`)

/** A new code of 130 random bits. Whoever has it may see what is on the certificate. */
export const newCode = (): string =>
  [...crypto.getRandomValues(new Uint8Array(length))].map((byte) => alphabet.charAt(byte % alphabet.length)).join('')

/**
 * A code as somebody typed or pasted it: small letters, dashes and spaces do not matter, nor O for 0, I and L for 1.
 * @returns undefined when it cannot be a code
 */
export function normaliseCode(text: string): string | undefined {
  const code = text
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return form.test(code) ? code : undefined
}

/** A code as it is shown: `K7Q2-M4XT-…`, groups of four. */
export const groupedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')
