import { render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { TermEntry } from '@/lib/courses/term-entries'
import { termAnchor } from '@/lib/courses/term-path'
import type { Locale } from '@/lib/i18n/locales'
import courses from '@/messages/en/courses.json'
import { GlossaryView } from './glossary-view'

const entry = (id: string, lang: string, draft = false): TermEntry => ({
  id, lang, draft, term: `The word ${id}`, others: [],
  meaning: { rich: [{ type: 'paragraph', children: [
    { type: 'text', value: 'Told with ' },
    { type: 'textDirective', name: 'term', attributes: { id: 'outing' }, children: [{ type: 'text', value: 'another word' }] },
  ] }] },
})

const show = (locale: Locale, terms: TermEntry[]) =>
  render(
    <NextIntlClientProvider locale="en" messages={{ courses }}>
      <GlossaryView locale={locale} course="sample" terms={terms} />
    </NextIntlClientProvider>,
  ).container

test('every word has its own place, its meaning, and no control that would open nothing here', () => {
  const container = show('en', [entry('desk', 'en'), entry('survivor', 'en')])
  expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual(['The word desk', 'The word survivor'])
  expect(container.querySelector(`#${termAnchor('survivor')}`)).toHaveTextContent('The word survivorTold with another word')
  expect(container.querySelectorAll('button, .note, .tag')).toHaveLength(0)
  expect(container.innerHTML).not.toContain('id="survivor')
})

test('a draft is marked where it stands, and explained once', () => {
  const container = show('ar', [entry('desk', 'ar'), entry('door', 'ar', true), entry('arch', 'ar', true)])
  expect([...container.querySelectorAll('.tag')].map((tag) => tag.closest('dt')?.textContent)).toEqual(['The word door draft', 'The word arch draft'])
  expect(screen.getAllByText(courses.lesson.draft)).toHaveLength(1)
  expect(screen.getByText('The word desk')).toHaveAttribute('dir', 'rtl')
})

test('words in another language than the page say so', () => {
  show('ti', [entry('desk', 'en')])
  expect(screen.getByText(/These words are not in ትግርኛ yet. You read them in English/)).toBeInTheDocument()
  expect(screen.getByText('The word desk')).toHaveAttribute('lang', 'en')
})
