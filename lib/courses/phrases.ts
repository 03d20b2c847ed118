import type { Nodes, RootContent } from 'mdast'
import { parseMarkdown } from './markdown'

/** Words that stand together in a file: a paragraph, a heading, or the label of a directive of one line. */
export interface Phrase {
  /** Without markup; a line end of the file is a line end here. */
  text: string
  /** Where it begins, from 1. */
  line: number
  heading: boolean
}

/**
 * Everything a reader sees of a file of a course, from top to bottom. Ids, keys and addresses are not read by anyone,
 * nor are the numerals of a list or the id of a lesson in a link to it.
 */
export function phrasesOf(markdown: string): Phrase[] {
  const walk = (node: Nodes): Phrase[] => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'leafDirective')
      return [
        {
          text: node.children.map((child) => seen(child, markdown)).join(''),
          line: node.position?.start.line ?? 1,
          heading: node.type === 'heading',
        },
      ]
    return 'children' in node ? node.children.flatMap(walk) : []
  }
  return walk(parseMarkdown(markdown))
}

function seen(node: RootContent, markdown: string): string {
  if (node.type === 'break') return '\n'
  // The end of “10:30” is a directive to the parser.
  if (node.type === 'textDirective' && node.children.length === 0)
    return markdown.slice(node.position?.start.offset, node.position?.end.offset)
  if ('value' in node) return node.value
  const inside = 'children' in node ? node.children.map((child) => seen(child, markdown)).join('') : ''
  const [, lesson] = node.type === 'link' ? (/^lesson:([^#]+)/.exec(node.url) ?? []) : []
  return lesson ? inside.replaceAll(lesson, ' ') : inside
}

/** The line on which a character of the phrase stands. */
export const lineAt = ({ text, line }: Phrase, index: number): number =>
  line + text.slice(0, index).split('\n').length - 1
