import type { Heading, Link, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import { toString } from 'mdast-util-to-string'
import { limits } from './limits'
import { readTarget } from './links'
import { lineOfNode, type Reader } from './reader'
import type { Rich } from './rich'

/** Builds a fragment of lesson text from parsed Markdown: only what a lesson may hold, and no positions. */
export const readRich = (reader: Reader, nodes: readonly RootContent[]): Rich => ({
  rich: nodes.flatMap((node) => readFlow(reader, node, 1)),
})

/** A line of words, as in the label of `::check[…]`: one paragraph. */
export const readLine = (reader: Reader, nodes: readonly PhrasingContent[]): Rich => {
  const children = readPhrasing(reader, nodes, 1)
  return { rich: children.length === 0 ? [] : [{ type: 'paragraph', children }] }
}

/** Words without any markup, as in a heading or in `::note[…]`. */
export function readPlain(reader: Reader, nodes: readonly PhrasingContent[]): string {
  const children = readPhrasing(reader, nodes, 1)
  const marked = children.find((child) => child.type !== 'text')
  if (marked && nodes[0]) reader.fault(nodes[0], 'only plain words may stand here')
  return toString(children).replace(/\s+/g, ' ').trim()
}

function readFlow(reader: Reader, node: RootContent, depth: number): RootContent[] {
  if (depth > limits.nesting) return refuse(reader, node, `text is nested more than ${limits.nesting} deep`)
  const inside = (children: readonly RootContent[]) => children.flatMap((child) => readFlow(reader, child, depth + 1))
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: readPhrasing(reader, node.children, depth + 1) } satisfies Paragraph]
    case 'heading':
      if (node.depth !== 3) reader.fault(node, 'only a heading of the third level (`###`) may stand here')
      return [{ type: 'heading', depth: 3, children: readPhrasing(reader, node.children, depth + 1) } satisfies Heading]
    case 'blockquote':
      return [{ type: 'blockquote', children: inside(node.children) as typeof node.children }]
    case 'list':
      return [
        { type: 'list', ordered: node.ordered, spread: false, children: inside(node.children) as typeof node.children },
      ]
    case 'listItem':
      if (typeof node.checked === 'boolean')
        reader.fault(node, 'task lists are not used here: take a `checklist` block')
      return [{ type: 'listItem', spread: false, children: inside(node.children) as typeof node.children }]
    default:
      return refuse(reader, node, unexpected(node))
  }
}

function readPhrasing(reader: Reader, nodes: readonly PhrasingContent[], depth: number): PhrasingContent[] {
  const read = nodes.flatMap((node) => readInline(reader, node, depth))
  return read.reduce<PhrasingContent[]>((joined, node) => {
    const last = joined.at(-1)
    if (node.type !== 'text' || last?.type !== 'text') return [...joined, node]
    return [...joined.slice(0, -1), { type: 'text', value: last.value + node.value }]
  }, [])
}

function readInline(reader: Reader, node: PhrasingContent, depth: number): PhrasingContent[] {
  if (depth > limits.nesting) return refuse(reader, node, `text is nested more than ${limits.nesting} deep`)
  switch (node.type) {
    case 'text':
      if (/^:{2,}|:{3}|\]\{/m.test(node.value))
        reader.fault(node, 'a directive is broken here: check brackets and braces')
      return [{ type: 'text', value: node.value }]
    case 'break':
      return [{ type: 'break' }]
    case 'strong':
      return [{ type: 'strong', children: readPhrasing(reader, node.children, depth + 1) }]
    case 'link':
      return [readLink(reader, node, depth)]
    case 'textDirective':
      return readTextDirective(reader, node, depth)
    default:
      return refuse(reader, node, unexpected(node))
  }
}

function readLink(reader: Reader, node: Link, depth: number): Link {
  const target = readTarget(node.url)
  if (target?.to === 'lesson') reader.links.push({ lesson: target.lesson, block: target.block, line: lineOfNode(node) })
  if (!target)
    reader.fault(node, `a link may lead to https://…, lesson:… or help:, not to \`${node.url.slice(0, 60)}\``)
  const children = readPhrasing(reader, node.children, depth + 1)
  if (children.some((child) => child.type === 'textDirective')) reader.fault(node, 'a term cannot stand inside a link')
  if (toString(children).trim() === '') reader.fault(node, 'a link needs words')
  return { type: 'link', url: node.url, children }
}

/** `:term[…]{#id}` is the only one; a colon in front of a word or number (“10:30”) is just that. */
function readTextDirective(reader: Reader, node: TextDirective, depth: number): PhrasingContent[] {
  const { id, ...others } = node.attributes ?? {}
  const bare = node.children.length === 0 && id === undefined && Object.keys(others).length === 0
  if (node.name !== 'term' && bare) return [{ type: 'text', value: reader.source(node) }]
  if (node.name !== 'term')
    return refuse(reader, node, `there is no \`:${node.name}\`; only \`:term[…]{#id}\` may stand in text`)
  if (!id || node.children.length === 0 || Object.keys(others).length > 0)
    return refuse(reader, node, 'a term is written `:term[the words here]{#glossary-id}`')
  reader.terms.push({ id, line: lineOfNode(node) })
  const children = readPhrasing(reader, node.children, depth + 1)
  if (children.some((child) => child.type !== 'text' && child.type !== 'strong'))
    reader.fault(node, 'only plain words may stand inside a term')
  return [{ type: 'textDirective', name: 'term', attributes: { id }, children }]
}

function refuse(reader: Reader, node: RootContent, message: string): [] {
  reader.fault(node, message)
  return []
}

const names: Partial<Record<RootContent['type'], string>> = {
  html: 'raw HTML is refused',
  emphasis: 'italics are not used: write plain words, or `**bold**`',
  delete: 'struck-out text is not used (write a tilde as `\\~`)',
  image: 'images are not used in lesson text',
  table: 'tables are not used: they do not fit a phone; write a list',
  code: 'code blocks are not used (does the line start with four spaces?)',
  inlineCode: 'code is not used in lesson text',
  thematicBreak: 'rules (`---`) are not used',
  heading: 'a heading cannot stand here',
}

function unexpected(node: RootContent): string {
  if (node.type === 'containerDirective' || node.type === 'leafDirective') return `\`${node.name}\` cannot stand here`
  return names[node.type] ?? `${node.type} is not used in lesson text`
}
