import { Fragment, type ReactNode } from 'react'

const rightToLeft = /[\u0590-\u08ff]/
/** Words in Latin letters, with the signs that belong to them: “LGBTQI+”, “C-184/20”. */
const latin = /([A-Za-z][\w+’./-]*(?: [A-Za-z][\w+’./-]*)*)/

/**
 * A text whose Latin words stand by themselves where the rest runs right to left, so that the plus of “LGBTQI+” stays
 * behind its letters. Any other text is just itself.
 */
export function isolated(text: string): ReactNode {
  if (!rightToLeft.test(text) || !latin.test(text)) return text
  return text.split(latin).map((part, n) => (n % 2 ? <bdi key={n}>{part}</bdi> : <Fragment key={n}>{part}</Fragment>))
}
