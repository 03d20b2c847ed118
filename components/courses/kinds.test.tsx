import { HtmlValidate } from 'html-validate'
import { renderToStaticMarkup } from 'react-dom/server'
import { kinds } from '@/lib/courses/kinds'
import { isRich } from '@/lib/courses/rich'
import { readBlock, showWithoutScripts, viewOf } from './block.fixture'
import { richWords } from './rich-text'

const html = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // React writes void elements and boolean attributes in its own way.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
  },
})

const each = Object.values(kinds).map((kind) => [kind.name, kind.example.trim()] as const)
const page = (markdown: string) => renderToStaticMarkup(viewOf(markdown).view)

/** Without the blanks that line breaks and markup leave. */
const squeezed = (text: string) => text.replace(/\s+/g, '')

const textsOf = (value: unknown): string[] => {
  if (isRich(value)) return [richWords(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

test.each(each)('%s: what the server sends is valid HTML', (_, example) => {
  const report = html.validateStringSync(`<main>${page(example)}</main>`)
  expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([])
})

test.each(each)('%s: every sentence of the block can be read without scripts', (_, example) => {
  const withoutScripts = squeezed(showWithoutScripts(example).textContent)
  for (const sentence of textsOf(readBlock(example))) expect(withoutScripts).toContain(squeezed(sentence))
})

test.each(each)('%s: no style attribute, which the security policy would ignore', (_, example) => {
  expect(page(example)).not.toMatch(/ style=/)
})
