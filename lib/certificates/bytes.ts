// Numbers and texts in few bytes, for what must fit into a QR code.

/** Puts values one behind the other. */
export class ByteWriter {
  readonly #bytes: number[] = []

  raw(bytes: Iterable<number>): this {
    this.#bytes.push(...bytes)
    return this
  }

  /** A whole number from 0 in groups of seven bits. */
  number(value: number): this {
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) this.#bytes.push((rest % 128) | 0x80)
    this.#bytes.push(rest)
    return this
  }

  /**
   * Each sign as its distance from the one before, nought for a space: letters of a script stand near each other, so
   * that Latin and Arabic take one byte a letter, Ethiopic two instead of three.
   */
  text(value: string): this {
    const signs = Array.from(value, (sign) => sign.codePointAt(0)!)
    this.number(signs.length)
    let before = start
    for (const sign of signs) {
      if (sign === space) this.number(0)
      else {
        const distance = sign - before
        this.number(1 + (distance < 0 ? -2 * distance - 1 : 2 * distance))
        before = sign
      }
    }
    return this
  }

  toBase64url(): string {
    const text = btoa(String.fromCharCode(...this.#bytes))
    return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  }
}

const space = 0x20
/** Where the distance of the first sign is counted from: between small and large Latin letters. */
const start = 0x60

/** Takes values off again. @throws when there are not enough bytes, or they are not what a ByteWriter puts there */
export class ByteReader {
  readonly #bytes: Uint8Array<ArrayBuffer>
  #at = 0

  constructor(base64url: string) {
    const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
    this.#bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
  }

  raw(length: number): Uint8Array<ArrayBuffer> {
    if (this.#at + length > this.#bytes.length) throw new Error('too short')
    return this.#bytes.slice(this.#at, (this.#at += length))
  }

  number(): number {
    let value = 0
    for (let scale = 1; scale <= Number.MAX_SAFE_INTEGER; scale *= 128) {
      const [byte] = this.raw(1)
      value += (byte! & 0x7f) * scale
      if (byte! < 128) return value
    }
    throw new Error('too large')
  }

  text(): string {
    let before = start
    const signs: number[] = []
    for (let left = this.number(); left > 0; left--) {
      const code = this.number()
      if (code > 0) before += code % 2 === 0 ? -code / 2 : (code - 1) / 2
      signs.push(code > 0 ? before : space)
    }
    return signs.map((sign) => String.fromCodePoint(sign)).join('')
  }

  end(): void {
    if (this.#at !== this.#bytes.length) throw new Error('too long')
  }
}
