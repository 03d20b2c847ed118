// Base58 as did:key and the proofs of credentials write bytes (multibase `z`): draft-msporny-base58.
const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

export function toBase58(bytes: Uint8Array): string {
  const zeros = bytes.findIndex((byte) => byte !== 0)
  let rest = bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n)
  let text = ''
  for (; rest > 0n; rest /= 58n) text = alphabet.charAt(Number(rest % 58n)) + text
  return '1'.repeat(zeros < 0 ? bytes.length : zeros) + text
}

/** @returns undefined when a sign of another alphabet stands in it */
export function fromBase58(text: string): Uint8Array<ArrayBuffer> | undefined {
  let rest = 0n
  for (const sign of text) {
    const value = alphabet.indexOf(sign)
    if (value < 0) return undefined
    rest = rest * 58n + BigInt(value)
  }
  const bytes: number[] = []
  for (; rest > 0n; rest /= 256n) bytes.unshift(Number(rest % 256n))
  return Uint8Array.from([...Array<number>(/^1*/.exec(text)![0].length).fill(0), ...bytes])
}
