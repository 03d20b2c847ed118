import type { RootContent } from 'mdast'

/** A fragment of lesson text: parsed Markdown, plain JSON, never HTML. The face turns it into elements. */
export interface Rich {
  rich: RootContent[]
}

/** Whether a value is a fragment of text, for code that walks a document without knowing its kinds. */
export const isRich = (value: unknown): value is Rich =>
  typeof value === 'object' && value !== null && 'rich' in value && Array.isArray(value.rich)

/** Ids of the glossary terms in a fragment. */
export const termIds = ({ rich }: Rich): string[] =>
  rich.flatMap((node) => [
    ...(node.type === 'textDirective' && node.attributes?.id ? [node.attributes.id] : []),
    ...('children' in node ? termIds({ rich: node.children }) : []),
  ])

/** The same value with every Rich replaced by what the face rendered from it (see components/courses/render.tsx). */
export type Rendered<T, Node> = T extends Rich
  ? Node
  : T extends (infer U)[]
    ? Rendered<U, Node>[]
    : T extends object
      ? { [K in keyof T]: Rendered<T[K], Node> }
      : T
