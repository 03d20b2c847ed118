/** @jest-environment node */
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import access from '@/messages/en/access.json'
import people from '@/messages/en/people.json'
import { SettingsView } from './settings-view'
import { SignInView } from './sign-in-view'

jest.mock('@/lib/people/actions', () => {
  const action = () => {}
  return { askForCode: action, signInWithCode: action, leaveHere: action, leaveEverywhere: action, eraseAccount: action, confirmErased: action }
})
jest.mock('next/navigation', () => ({ ...jest.requireActual('next/navigation'), usePathname: () => '/en/sign-in' }))

const drawn = (page: ReactNode) =>
  renderToStaticMarkup(<NextIntlClientProvider locale="en" messages={{ access, people }} timeZone="UTC">{page}</NextIntlClientProvider>)

/** What a browser shows without scripts only. */
const withoutScripts = (html: string) => [...html.matchAll(/<noscript>(.*?)<\/noscript>/g)].map(([, inner]) => inner).join('')

it.each([
  ['sign-in', <SignInView key="1" locale="en" codeLife={10} outbox={false} />, ['out-here', 'out-everywhere']],
  ['settings', <SettingsView key="2" locale="en" offline={null} />, ['out-here', 'out-everywhere', 'erase']],
])('%s has the ways out as plain forms, and with scripts does not have them twice', (_name, page, ids) => {
  const html = drawn(page)
  const plain = withoutScripts(html)
  for (const id of ids) {
    expect(plain).toMatch(new RegExp(`<form [^>]*id="${id}"`))
    expect(html.split(`id="${id}"`)).toHaveLength(2)
  }
  expect(plain).toContain(people.account.unseen)
  expect(plain.match(/<input type="hidden" name="locale" value="en"\/>/g)).toHaveLength(ids.length)
})

it.each([['signed-out', people.signIn.signedOut], ['deleted', people.signIn.deleted]])('sign-in says without scripts too what led there: %s', (id, words) => {
  const plain = withoutScripts(drawn(<SignInView locale="en" codeLife={10} outbox={false} />))
  expect(plain).toMatch(new RegExp(`<p [^>]*id="${id}"[^>]*>${words}</p>`))
})
