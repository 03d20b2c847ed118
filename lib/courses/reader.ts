import type { Node } from 'unist'
import type { z } from 'zod'
import { explain } from './explain'
import type { Fault } from './fault'

export type Path = readonly PropertyKey[]

/** Collects the faults of one file, and remembers from which line each value was read. */
export class Reader {
  readonly faults: Fault[] = []
  /** Glossary ids that the text points to. */
  readonly terms: { id: string; line: number }[] = []
  /** Links that lead into this or another lesson. */
  readonly links: { lesson: string; block?: string; line: number }[] = []
  readonly #lines = new WeakMap<object, number>()
  readonly #places = new WeakMap<object, Map<string, number>>()

  constructor(
    readonly file: string,
    readonly text: string,
  ) {}

  fault(at: Node | number, message: string): void {
    this.faults.push({ file: this.file, line: typeof at === 'number' ? at : lineOfNode(at), message })
  }

  /** Remembers that a value was read from this node. What is absent is left out of it. */
  made<T extends object>(value: T, from: Node): T {
    for (const [key, inner] of Object.entries(value)) if (inner === undefined) Reflect.deleteProperty(value, key)
    return this.madeAt(value, lineOfNode(from))
  }

  /** The same for a value without a node. */
  madeAt<T extends object>(value: T, line: number): T {
    this.#lines.set(value, line)
    return value
  }

  /** Remembers the line of one property, where that is finer than the line of what holds it. */
  placed(holder: object, key: PropertyKey, line: number): void {
    const places = this.#places.get(holder) ?? new Map<string, number>()
    this.#places.set(holder, places.set(String(key), line))
  }

  /** The line of the innermost value on the path that was read from a place of its own. */
  lineOf(value: object, path: Path): number {
    let line = this.#lines.get(value) ?? 1
    let here: unknown = value
    for (const key of path) {
      if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) break
      line = this.#places.get(here)?.get(String(key)) ?? line
      here = (here as Record<PropertyKey, unknown>)[key]
      if (typeof here === 'object' && here !== null) line = this.#lines.get(here) ?? line
    }
    return line
  }

  /** Checks what was read against the rules of its schema; each broken rule is a fault at its line. */
  check<T extends object>(schema: z.ZodType<T>, value: object): value is T {
    const result = schema.safeParse(value, { error: explain })
    for (const issue of result.error?.issues ?? []) this.fault(this.lineOf(value, issue.path), issue.message)
    return result.success
  }

  /** The very characters a node was read from. */
  source(node: Node): string {
    return this.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  }
}

export const lineOfNode = (node: Node): number => node.position?.start.line ?? 1
