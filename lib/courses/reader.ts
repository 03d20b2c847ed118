import type { Node } from 'unist'
import type { z } from 'zod'
import type { Fault } from './fault'
import { explain } from './explain'

export type Path = readonly PropertyKey[]

/** Collects the faults of one file, and remembers from which line each value was read. */
export class Reader {
  readonly faults: Fault[] = []
  readonly #lines = new WeakMap<object, number>()

  constructor(
    readonly file: string,
    readonly text: string,
  ) {}

  fault(at: Node | number, message: string): void {
    const line = typeof at === 'number' ? at : (at.position?.start.line ?? 1)
    this.faults.push({ file: this.file, line, message })
  }

  /** Remembers that a value was read from this node. */
  made<T extends object>(value: T, from: Node): T {
    this.#lines.set(value, from.position?.start.line ?? 1)
    return value
  }

  /** The line of the innermost value on the path that was read from somewhere of its own. */
  lineOf(value: unknown, path: Path): number {
    let line = 1
    let here = value
    for (const key of [undefined, ...path]) {
      if (key !== undefined) here = Object.entries(here ?? {}).find(([name]) => name === String(key))?.[1]
      if (typeof here !== 'object' || here === null) break
      line = this.#lines.get(here) ?? line
    }
    return line
  }

  /** Checks what was read against the rules of its schema; each broken rule is a fault at its line. */
  check<T>(schema: z.ZodType<T>, value: object): T | undefined {
    const result = schema.safeParse(value)
    if (result.success) return result.data
    for (const issue of result.error.issues) this.fault(this.lineOf(value, issue.path), explain(issue))
    return undefined
  }

  /** The very characters between the start and the end of a node. */
  source(node: Node): string {
    return this.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  }
}
