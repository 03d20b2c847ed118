import type { ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import { Fragment, type ReactNode } from 'react'
import type { Rich } from '@/lib/courses/rich'
import { href, lessonPath } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'
import { isolated } from '../ui/isolated'

/** Where a text stands, which its links depend on. */
export interface TextPlace {
  locale: Locale
  course: string
}

/**
 * Lesson text as elements: paragraphs, lists, quotes, terms that open. Only the nodes named here become elements and no
 * node can bring an attribute of its own, so nothing has to be sanitised. Works on the server and in the browser.
 */
export const RichText = ({ rich, locale, course }: { rich: Rich } & TextPlace): ReactNode =>
  richFlow(rich, { locale, course })

/** The same, for where the element is not wanted. An empty text is null. */
export const richFlow = ({ rich }: Rich, place: TextPlace): ReactNode => (rich.length ? flow(rich, place) : null)

/**
 * Text for the inside of a label, legend or paragraph: its paragraphs parted by line breaks, terms as plain words,
 * because a label holds no second control.
 */
export function richLine({ rich }: Rich, place: TextPlace): ReactNode {
  const lines = rich.flatMap(paragraphs).map((words) => phrasing(words, place, false))
  if (lines.length < 2) return lines[0] ?? null
  return lines.map((line, n) => (
    <Fragment key={n}>
      {n > 0 && <br />}
      {line}
    </Fragment>
  ))
}

/** The bare words, for places that hold no elements, such as the options of a list to choose from. */
export const richWords = ({ rich }: Rich): string => rich.flatMap(paragraphs).map(words).join(' ')

const words = (nodes: readonly RootContent[]): string =>
  nodes.map((node) => ('value' in node ? node.value : 'children' in node ? words(node.children) : ' ')).join('')

const isPhrasing = (node: RootContent): node is PhrasingContent =>
  ['text', 'strong', 'break', 'link', 'textDirective'].includes(node.type)

/** Every run of words in a node, whatever stands around it. */
function paragraphs(node: RootContent): PhrasingContent[][] {
  if (isPhrasing(node)) return [[node]]
  if (node.type === 'paragraph' || node.type === 'heading') return [node.children]
  return 'children' in node ? (node.children as RootContent[]).flatMap(paragraphs) : []
}

const flow = (nodes: readonly RootContent[], place: TextPlace): ReactNode[] =>
  nodes.map((node, n) => <Fragment key={n}>{flowNode(node, place)}</Fragment>)

function flowNode(node: RootContent, place: TextPlace): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p>{phrasing(node.children, place)}</p>
    case 'heading':
      return <h3>{phrasing(node.children, place)}</h3>
    case 'blockquote':
      return <blockquote>{flow(node.children, place)}</blockquote>
    case 'list':
      if (node.ordered) return <ol className="moves">{node.children.map((item, n) => <Move key={n} item={item} place={place} />)}</ol>
      return (
        <ul className={node.children.every(isSpoken) ? 'say' : undefined}>
          {node.children.map((item, n) => <li key={n}>{itemContent(item, place)}</li>)}
        </ul>
      )
    default:
      return isPhrasing(node) ? phrasing([node], place) : null
  }
}

/** One key point: the bold words it begins with stand above the rest. */
function Move({ item, place }: { item: ListItem; place: TextPlace }) {
  const [first, ...rest] = item.children
  const [lead, ...more] = first?.type === 'paragraph' ? first.children : []
  if (lead?.type !== 'strong') return <li><div>{itemContent(item, place)}</div></li>
  return (
    <li>
      <b>{phrasing(lead.children, place)}</b>
      <span>{phrasing(more, place)}</span>
      {rest.length > 0 && <div>{flow(rest, place)}</div>}
    </li>
  )
}

/** A list item of one paragraph needs no paragraph. */
const itemContent = ({ children }: ListItem, place: TextPlace): ReactNode =>
  children.length === 1 && children[0]?.type === 'paragraph' ? phrasing(children[0].children, place) : flow(children, place)

/** A list of things to say: each begins with a quotation mark, of whatever language. */
const isSpoken = ({ children: [first] }: ListItem): boolean =>
  first?.type === 'paragraph' && /^[“”„«‹"]/.test(words((first satisfies Paragraph).children).trim())

function phrasing(nodes: readonly PhrasingContent[], place: TextPlace, terms = true): ReactNode {
  if (nodes.length === 1 && nodes[0]?.type === 'text') return isolated(nodes[0].value)
  return nodes.map((node, n) => <Fragment key={n}>{phrase(node, place, terms)}</Fragment>)
}

function phrase(node: PhrasingContent, place: TextPlace, terms: boolean): ReactNode {
  switch (node.type) {
    case 'text':
      return isolated(node.value)
    case 'strong':
      return <strong>{phrasing(node.children, place, terms)}</strong>
    case 'break':
      return <br />
    case 'link': {
      const inside = phrasing(node.children, place, terms)
      const address = linkAddress(node.url, place)
      if (!address) return inside
      return <a href={address} rel={address.startsWith('/') ? undefined : 'noreferrer noopener nofollow'}>{inside}</a>
    }
    case 'textDirective':
      return term(node, phrasing(node.children, place, terms), terms)
    default:
      return null
  }
}

/** A word of the glossary: a button that opens its note, or just the word where no control may stand. */
function term({ name, attributes }: TextDirective, inside: ReactNode, opens: boolean): ReactNode {
  if (!opens || name !== 'term' || !attributes?.id) return inside
  return <button type="button" className="term" popoverTarget={termNoteId(attributes.id)}>{inside}</button>
}

/** The id of the note that explains a term (term-notes.tsx). Blocks have ids of their own: the prefix keeps them apart. */
export const termNoteId = (term: string): string => `term-${term}`

/**
 * Where a link leads. Links were checked when the lesson was imported (lib/courses/links.ts);
 * whatever else might arrive here is shown as words, without a link.
 */
function linkAddress(url: string, { locale, course }: TextPlace): string | undefined {
  if (url === 'help:') return href(locale, '/help')
  const [, lesson, block] = /^lesson:([\w.-]+)(?:#([\w-]+))?$/.exec(url) ?? []
  if (lesson) return href(locale, lessonPath(course, lesson, block))
  return /^https?:\/\//.test(url) ? url : undefined
}
