import { publicUrlFrom } from './public-url.mjs'

it.each([
  ['https://häven.be', 'https://xn--hven-loa.be/'], ['https://learn.example:8443', 'https://learn.example:8443/'],
  ['http://[::1]:3000/', 'http://[::1]:3000/'],
])('takes %s', (text, href) => expect(publicUrlFrom(text)?.href).toBe(href))

// Node 20 and 22 come to read such letters wrongly in URL.canParse once it has run a few thousand times.
it('takes the same address the twenty-thousandth time', () => {
  for (let n = 0; n < 20_000; n++) publicUrlFrom('https://häven.be')
  expect(publicUrlFrom('https://häven.be')?.href).toBe('https://xn--hven-loa.be/')
})

it.each([undefined, ''])('takes %j for none', (text) => expect(publicUrlFrom(text)).toBeUndefined())

it.each([
  'https://x.be/haven', 'https://x.be/a~b', 'https://x.be/?a=1', 'https://x.be/#a', 'https://me:secret@x.be', 'https://a~b.be',
  'ftp://x.be', 'learn.example',
])('refuses %s without repeating it', (text) => {
  expect(() => publicUrlFrom(text)).toThrow(/^PUBLIC_URL is not an address that Haven can be served under\. /)
  expect(() => publicUrlFrom(text)).not.toThrow(/secret/)
})
