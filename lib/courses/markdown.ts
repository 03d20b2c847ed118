import type { Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

// Tables, footnotes and the like are refused later: GFM is here so that they are recognised and named,
// instead of being shown to a reader as pipes and tildes.
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze()

/** The tree of a file that has passed the screen (screen.ts). */
export const parseMarkdown = (text: string): Root => parser.parse(text)
