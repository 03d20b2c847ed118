import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages, LOCALES } from './languages.mjs'

/**
 * What a person sees when a page could not be made: a whole page that needs neither Next nor scripts, in their language,
 * with the quick exit. Next's own would be empty without scripts, and has no way out.
 * @param {string} messages the folder of messages
 * @returns {(path: string) => string} HTML for an address
 */
export function errorPages(messages) {
  const pages = new Map(LOCALES.map((locale) => [locale, page(locale, read(messages, locale))]))
  return (path) => pages.get(path.split('/')[1] ?? '') ?? pages.get(LOCALES[0])
}

const read = (messages, locale) => JSON.parse(readFileSync(join(messages, locale, 'site.json'), 'utf8'))

const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

const page = (locale, { name, error, leave, notFound }) => `<!DOCTYPE html>
<html lang="${locale}" dir="${languages[locale].dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(name)}</title>
<script src="/first.js"></script>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/plain.css">
</head>
<body>
<header><a href="/${locale}">${escaped(name)}</a> <a class="leave" href="/leave" rel="nofollow noreferrer">${escaped(leave.link)}</a></header>
<main>
<h1>${escaped(error.title)}</h1>
<p>${escaped(error.text)}</p>
<p><a class="btn" href="">${escaped(error.again)}</a> <a href="/${locale}/courses">${escaped(notFound.courses)}</a></p>
</main>
</body>
</html>
`
