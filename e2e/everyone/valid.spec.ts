import { expect, test } from '@playwright/test'
import { HtmlValidate } from 'html-validate'
import { course, locales, routes } from '../routes'

/** The standard as html-validate knows it, without its opinions on style; what Next itself writes is not ours to change. */
const html = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'no-trailing-whitespace': 'off', 'long-title': 'off', 'no-inline-style': 'error', 'prefer-native-element': 'off' },
})

/** Built alike in every language, except for the words: a page, a lesson and the check stand for the rest. */
const inEveryLanguage = ['', `${course}/6.3`, `${course}/check`]

for (const locale of locales)
  for (const route of locale === 'en' || locale === 'ar' ? routes : inEveryLanguage)
    test(`${locale}${route} is valid HTML, without its scripts too`, async ({ request }) => {
      const answer = await request.get(`/${locale}${route}`)
      const { results } = await html.validateString(await answer.text())
      expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId} ${message}`))).toEqual([])
    })
