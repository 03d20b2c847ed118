import { render, screen } from '@testing-library/react'
import fc from 'fast-check'
import type { PhrasingContent, RootContent } from 'mdast'
import { renderToStaticMarkup } from 'react-dom/server'
import { RichText, richLine, richWords } from './rich-text'

const place = { locale: 'ar', course: 'safer-spaces' } as const
const text = (value: string) => ({ type: 'text', value }) as const
const paragraph = (...children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children })
const link = (url: string): PhrasingContent => ({ type: 'link', url, children: [text('there')] })
const term: PhrasingContent = { type: 'textDirective', name: 'term', attributes: { id: 'outing' }, children: [text('outing')] }
const list = (ordered: boolean, ...items: PhrasingContent[][]): RootContent => ({
  type: 'list',
  ordered,
  children: items.map((children) => ({ type: 'listItem', children: [{ type: 'paragraph', children }] })),
})
const show = (...rich: RootContent[]) => render(<RichText rich={{ rich }} {...place} />).container

test.each([
  ['help:', '/ar/help', null],
  ['lesson:6.3', '/ar/courses/safer-spaces/6.3', null],
  ['lesson:6.3#moves', '/ar/courses/safer-spaces/6.3#moves', null],
  ['https://example.org/a', 'https://example.org/a', 'noreferrer noopener nofollow'],
])('%s leads to %s', (url, href, rel) => {
  show(paragraph(link(url)))
  expect(screen.getByRole('link')).toHaveAttribute('href', href)
  expect(screen.getByRole('link').getAttribute('rel')).toBe(rel)
})

test.each(['javascript:alert(1)', 'data:text/html,x', '//example.org', '/leave', 'lesson:../../x', ''])(
  '%j is shown as words, without a link',
  (url) => {
    const page = show(paragraph(link(url)))
    expect(page.querySelector('a')).toBeNull()
    expect(page).toHaveTextContent('there')
  },
)

test('a term opens its note without scripts', () => {
  show(paragraph(term))
  expect(screen.getByRole('button', { name: 'outing' })).toHaveAttribute('popovertarget', 'term-outing')
})

test('inside a label there is no second control, and paragraphs are parted by a break', () => {
  const label = renderToStaticMarkup(<label>{richLine({ rich: [paragraph(term), paragraph(text('two'))] }, place)}</label>)
  expect(label).toBe('<label>outing<br/>two</label>')
})

test('a numbered list is key points: the bold words lead', () => {
  const page = show(list(true, [{ type: 'strong', children: [text('Wait')] }, text(' a moment.')], [text('Then go.')]))
  expect(page.querySelector('ol.moves')!.innerHTML).toBe(
    '<li><b>Wait</b><span> a moment.</span></li><li><div>Then go.</div></li>',
  )
})

test('a list of things to say is told by its quotation marks, in any script', () => {
  expect(show(list(false, [text('“Thank you.”')], [text('«شكرًا»')])).querySelector('ul')).toHaveClass('say')
  expect(show(list(false, [text('“Thank you.”')], [text('asking why')])).querySelector('ul')).not.toHaveClass('say')
})

test('whatever arrives, no element outside the list of elements comes out, and no word is markup', () => {
  const hostile: RootContent[] = [
    { type: 'html', value: '<script>alert(1)</script>' },
    { type: 'image', url: 'https://example.org/x.png', alt: 'x' },
    { type: 'code', value: '<b>' },
    { type: 'paragraph', children: [{ type: 'html', value: '<img src=x onerror=alert(1)>' }] },
  ]
  expect(show(...hostile).innerHTML).toBe('<p></p>')
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(show(paragraph(text(value))).textContent).toBe(value)
      expect(richWords({ rich: [paragraph(text(value))] })).toBe(value)
    }),
  )
})
