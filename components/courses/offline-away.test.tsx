import { act, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import courses from '@/messages/en/courses.json'
import { OfflineView } from './offline-view'

const card = { id: 'ten', number: 1, title: 'Ten minutes', lead: 'When someone tells you.', body: { rich: [] }, lang: 'en', draft: false }

it('says of each card its number and the moment it is for', async () => {
  // What this device keeps is looked up after the first paint.
  await act(async () => void render(
    <NextIntlClientProvider locale="en" messages={{ courses }}>
      <OfflineView locale="en" courses={[]} cards={[card, { ...card, id: 'less', number: 2, title: 'Repair', lead: '' }]} />
    </NextIntlClientProvider>,
  ))
  const line = screen.getByRole('link', { name: 'Ten minutes' }).closest('li')
  expect(line).toHaveTextContent('Card 1Ten minutesWhen someone tells you.')
  expect(screen.getByRole('link', { name: 'Repair' }).closest('li')).toHaveTextContent(/^Card 2Repair$/)
})
