import type { RootContent } from 'mdast'

/** A fragment of lesson text: parsed Markdown, plain JSON, never HTML. The face turns it into elements. */
export interface Rich {
  rich: RootContent[]
}

/** The same value with every Rich replaced by what the face rendered from it (see components/courses/render.tsx). */
export type Rendered<T, Node> = T extends Rich
  ? Node
  : T extends (infer U)[]
    ? Rendered<U, Node>[]
    : T extends object
      ? { [K in keyof T]: Rendered<T[K], Node> }
      : T
