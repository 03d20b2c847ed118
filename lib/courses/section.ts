import type { Root, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { readLine, readPlain, readRich } from './read-rich'
import type { Reader } from './reader'
import type { Rich } from './rich'

/** The name and attributes of a directive. An attribute that nobody asks for is a fault. */
class Tag {
  readonly #asked = new Set<string>()

  constructor(
    readonly reader: Reader,
    readonly node: Root | ContainerDirective | LeafDirective,
  ) {}

  get name(): string {
    return this.node.type === 'root' ? '' : this.node.name
  }

  attribute(name: string): string | undefined {
    this.#asked.add(name)
    const attributes = this.node.type === 'root' ? {} : (this.node.attributes ?? {})
    return Object.hasOwn(attributes, name) ? (attributes[name] ?? undefined) : undefined
  }

  get id(): string | undefined {
    return this.attribute('id')
  }

  /** An attribute that is either there or not, such as `right`; undefined when it is not. */
  flag(name: string): true | undefined {
    const value = this.attribute(name)
    if (value) this.reader.fault(this.node, `\`${name}\` takes no value`)
    return value === undefined ? undefined : true
  }

  /** Remembers the line of a value made from this directive. */
  made<T extends object>(value: T): T {
    return this.reader.made(value, this.node)
  }

  /** To be called when everything was asked for. */
  end(): void {
    const attributes = this.node.type === 'root' ? {} : (this.node.attributes ?? {})
    const unknown = Object.keys(attributes).filter((name) => !this.#asked.has(name))
    if (unknown.length > 0) this.reader.fault(this.node, `\`${this.name}\` has no \`${unknown.join('`, `')}\``)
  }
}

/** A directive of one line: `::check[Its label]{#id}`. */
export class Leaf extends Tag {
  declare readonly node: LeafDirective

  plain(): string {
    return readPlain(this.reader, this.node.children)
  }

  rich(): Rich {
    return readLine(this.reader, this.node.children)
  }
}

/**
 * A directive with others inside, or a whole file, read from top to bottom:
 * each method takes what comes next and leaves the rest. What nobody takes is a fault.
 */
export class Section extends Tag {
  declare readonly node: Root | ContainerDirective
  #rest: RootContent[]

  constructor(reader: Reader, node: Root | ContainerDirective) {
    super(reader, node)
    this.#rest = [...node.children]
    const label = this.#rest[0]
    if (label?.type === 'paragraph' && label.data?.directiveLabel) {
      reader.fault(node, `\`${this.name}\` takes no [label]`)
      this.#rest.shift()
    }
  }

  /** The heading that stands next; without one of this depth, undefined. */
  heading(depth: 1 | 2 | 3): string | undefined {
    const next = this.#rest[0]
    if (next?.type !== 'heading' || next.depth !== depth) return undefined
    this.#rest.shift()
    return readPlain(this.reader, next.children)
  }

  /** All text up to the next directive or heading. */
  rich(): Rich {
    return readRich(
      this.reader,
      this.#take((node) => isText(node) && node.type !== 'heading'),
    )
  }

  /** All text up to the next directive, with `###` headings. */
  chapters(): Rich {
    return readRich(this.reader, this.#take(isText))
  }

  /** One paragraph, or nothing. */
  paragraph(): Rich {
    const next = this.#rest[0]
    return readRich(this.reader, next?.type === 'paragraph' ? this.#rest.splice(0, 1) : [])
  }

  /** All paragraphs that stand next, one by one. */
  paragraphs(): Rich[] {
    const taken = this.#take((node) => node.type === 'paragraph')
    return taken.map((node) => readRich(this.reader, [node]))
  }

  /** All paragraphs that stand next, as words without markup. */
  words(): string {
    const taken = this.#take((node) => node.type === 'paragraph')
    return taken.map((node) => (node.type === 'paragraph' ? readPlain(this.reader, node.children) : '')).join(' ')
  }

  /** The words of a quotation, or undefined when none stands next. */
  quote(): Rich | undefined {
    const next = this.#rest[0]
    if (next?.type !== 'blockquote') return undefined
    this.#rest.shift()
    return readRich(this.reader, next.children)
  }

  /** The directive of this name that stands next, read by the caller. */
  leaf<T>(name: string, read: (leaf: Leaf) => T): T | undefined {
    const next = this.#rest[0]
    if (next?.type !== 'leafDirective' || next.name !== name) return undefined
    this.#rest.shift()
    const leaf = new Leaf(this.reader, next)
    const value = read(leaf)
    leaf.end()
    return value
  }

  leaves<T extends object>(name: string, read: (leaf: Leaf) => T): T[] {
    return this.#each(() => this.leaf(name, (leaf) => leaf.made(read(leaf))))
  }

  section<T>(name: string, read: (section: Section) => T): T | undefined {
    const next = this.#rest[0]
    if (next?.type !== 'containerDirective' || next.name !== name) return undefined
    this.#rest.shift()
    const section = new Section(this.reader, next)
    const value = read(section)
    section.end()
    return value
  }

  sections<T extends object>(name: string, read: (section: Section) => T): T[] {
    return this.#each(() => this.section(name, (section) => section.made(read(section))))
  }

  /** The name of the directive that stands next. */
  get nextName(): string | undefined {
    const next = this.#rest[0]
    return next?.type === 'containerDirective' ? next.name : undefined
  }

  /** Leaves out all that follows, where a fault has made it meaningless. */
  skip(): void {
    this.#rest = []
  }

  override end(): void {
    super.end()
    const next = this.#rest[0]
    if (!next) return
    // Reading it as text names what is wrong with it; if nothing is, it only stands in the wrong place.
    const before = this.reader.faults.length
    readRich(this.reader, this.#rest)
    if (this.reader.faults.length === before)
      this.reader.fault(next, `nothing more is expected here in ${this.name ? `\`${this.name}\`` : 'this file'}`)
  }

  #take(fits: (node: RootContent) => boolean): RootContent[] {
    const end = this.#rest.findIndex((node) => !fits(node))
    return this.#rest.splice(0, end === -1 ? this.#rest.length : end)
  }

  #each<T>(next: () => T | undefined): T[] {
    const values: T[] = []
    for (let value = next(); value !== undefined; value = next()) values.push(value)
    return values
  }
}

const isText = (node: RootContent): boolean => node.type !== 'containerDirective' && node.type !== 'leafDirective'
