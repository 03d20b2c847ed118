import type { z } from 'zod'
import { limits } from './limits'
import type { FileRead, Parsed } from './read-file'
import { Reader } from './reader'
import { screenText } from './screen'

/**
 * Reads a JSON file of a course and judges it by its schema. Unlike `JSON.parse` it knows the line of everything,
 * and refuses keys that stand twice, the key `__proto__`, and deep nesting. Pure; it never throws.
 */
export function readJson<T extends object>(text: string, file: string, schema: z.ZodType<T>): Parsed<FileRead<T>> {
  const faults = screenText(text, file)
  if (faults.length > 0) return { ok: false, faults }
  const reader = new Reader(file, text)
  const document = new JsonText(reader).document()
  if (reader.faults.length > 0 || !document || !reader.check(schema, document))
    return { ok: false, faults: reader.faults }
  return { ok: true, value: { document, terms: [], links: [], lineOf: (path) => reader.lineOf(document, path) } }
}

/** What a value is when its text is broken; the fault has been told. */
const broken = Symbol('broken')

const scalar = /"(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|true\b|false\b|null\b/y

class JsonText {
  #at = 0
  #line = 1

  constructor(readonly reader: Reader) {}

  document(): object | undefined {
    const value = this.#value(1)
    if (value === broken) return undefined
    if (this.#peek() !== '') this.#broken('nothing more is expected after the end')
    if (typeof value === 'object' && value !== null) return value
    this.#broken('the file must hold an object: { … }')
    return undefined
  }

  #value(depth: number): unknown {
    if (depth > limits.nesting) return this.#broken(`values are nested more than ${limits.nesting} deep`)
    const next = this.#peek()
    if (next === '{') return this.#object(depth)
    if (next === '[') return this.#array(depth)
    return this.#scalar()
  }

  #object(depth: number): unknown {
    const value: Record<string, unknown> = this.reader.madeAt({}, this.#line)
    return this.#members('}', () => {
      const line = this.#line
      const key = this.#peek() === '"' ? this.#scalar() : this.#broken('a key in "double quotes" is expected')
      if (typeof key !== 'string') return false
      if (key === '__proto__' || Object.hasOwn(value, key))
        this.reader.fault(line, `the key \`${key}\` stands twice or is reserved`)
      if (this.#peek() !== ':') return this.#broken('a colon is expected') !== broken
      this.#at += 1
      const inner = this.#value(depth + 1)
      if (key !== '__proto__') value[key] = inner
      this.reader.placed(value, key, line)
      return inner !== broken
    })
      ? value
      : broken
  }

  #array(depth: number): unknown {
    const value: unknown[] = this.reader.madeAt([], this.#line)
    return this.#members(']', () => {
      this.#peek()
      const line = this.#line
      const inner = this.#value(depth + 1)
      this.reader.placed(value, value.length, line)
      value.push(inner)
      return inner !== broken
    })
      ? value
      : broken
  }

  /** Reads members up to the closing bracket. @returns false when the text broke */
  #members(close: string, member: () => boolean): boolean {
    this.#at += 1
    if (this.#peek() === close) return this.#step()
    for (;;) {
      this.#peek()
      if (!member()) return false
      const next = this.#peek()
      if (next === close) return this.#step()
      if (next !== ',') return this.#broken(`a comma or \`${close}\` is expected`) !== broken
      this.#at += 1
    }
  }

  #step(): true {
    this.#at += 1
    return true
  }

  #scalar(): unknown {
    scalar.lastIndex = this.#at
    const token = scalar.exec(this.reader.text)?.[0]
    if (token === undefined) return this.#broken('a value is expected')
    this.#at += token.length
    try {
      return JSON.parse(token) as unknown
    } catch {
      // A number or an escape that JSON does not know: only its own parser can tell.
      return this.#broken(`\`${token.slice(0, 40)}\` is not a JSON value`)
    }
  }

  /** The next character that is not white space; empty at the end. */
  #peek(): string {
    for (; /\s/.test(this.reader.text[this.#at] ?? ''); this.#at += 1)
      if (this.reader.text[this.#at] === '\n') this.#line += 1
    return this.reader.text[this.#at] ?? ''
  }

  #broken(message: string): typeof broken {
    this.reader.fault(this.#line, message)
    return broken
  }
}
