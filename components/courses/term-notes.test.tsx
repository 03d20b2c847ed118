import { render, screen, within } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import courses from '@/messages/en/courses.json'
import { TermNotes } from './term-notes'

const meaning = { rich: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value: 'Telling it for someone else.' }] }] }

test('a note explains the word, and gives it in the other languages, each in its own direction', () => {
  const { container } = render(
    <NextIntlClientProvider locale="en" messages={{ courses }}>
      <TermNotes
        locale="en"
        course="safer-spaces"
        terms={[
          {
            id: 'outing',
            term: 'outing',
            meaning,
            lang: 'en',
            draft: false,
            others: [
              { lang: 'nl', term: 'outing', draft: false },
              { lang: 'ar', term: 'كشف', draft: true },
            ],
          },
        ]}
      />
    </NextIntlClientProvider>,
  )
  const note = container.querySelector<HTMLElement>('#term-outing')!
  expect(note).toHaveAttribute('popover', 'auto')
  expect(note).toHaveTextContent('Telling it for someone else.')
  const arabic = within(note).getByText('كشف')
  expect(arabic).toHaveAttribute('dir', 'rtl')
  expect(arabic.parentElement).toHaveTextContent('draft')
  expect(screen.getByText('Nederlands').closest('div')).not.toHaveTextContent('draft')
  expect(within(note).getByText('Close')).toHaveAttribute('popovertarget', 'term-outing')
})
