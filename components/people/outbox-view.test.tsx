import { render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import people from '@/messages/en/people.json'
import { OutboxView } from './outbox-view'

const mail = { id: '1', to: 'name@example.org', subject: 'Your link', text: 'Hello', at: new Date('2026-11-21T08:05:00Z') }

it.each([
  ['en', '21 November 2026 · 09:05'],
  ['fr', '21 novembre 2026 · 09:05'],
  ['ar', '21 نوفمبر 2026 · 09:05'],
] as const)('writes the day as everywhere else: %s', (locale, when) => {
  render(
    <NextIntlClientProvider locale={locale} timeZone="Europe/Brussels" messages={{ people }}>
      <OutboxView mails={[mail]} />
    </NextIntlClientProvider>,
  )
  expect(screen.getByText((_, element) => element?.tagName === 'TIME')).toHaveTextContent(when)
})
