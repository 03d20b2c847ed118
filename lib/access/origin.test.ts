import { isOwnOrigin } from './origin'

const from = (headers: Record<string, string>, publicUrl?: string) => isOwnOrigin(new Headers(headers), publicUrl)

describe('isOwnOrigin', () => {
  it.each<[Record<string, string>, string | undefined]>([
    [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, undefined],
    [{ origin: 'https://haven.example', host: 'haven.example' }, undefined],
    [{ origin: 'https://haven.example', host: '10.0.0.7:3000' }, 'https://haven.example/'],
  ])('takes %j', (headers, publicUrl) => expect(from(headers, publicUrl)).toBe(true))

  it.each<[Record<string, string>, string | undefined]>([
    [{ host: 'localhost:3000' }, undefined],
    [{ origin: 'null', host: 'localhost:3000' }, undefined],
    [{ origin: '', host: '' }, undefined],
    [{ origin: 'https://evil.example', host: 'localhost:3000' }, undefined],
    [{ origin: 'https://evil.example', host: 'localhost:3000', 'x-forwarded-host': 'evil.example' }, undefined],
    [{ origin: 'http://localhost:3001', host: 'localhost:3000' }, undefined],
    [{ origin: 'ftp://localhost:3000', host: 'localhost:3000' }, undefined],
    [{ origin: 'https://evil.example', host: 'evil.example' }, 'https://haven.example'],
    [{ origin: 'http://haven.example', host: 'haven.example' }, 'https://haven.example'],
  ])('refuses %j', (headers, publicUrl) => expect(from(headers, publicUrl)).toBe(false))

  // What URL.canParse of Node 20 and 22 takes for an address, once it is optimised, and `new URL` does not.
  it('refuses a host of odd bytes the twenty-thousandth time too', () => {
    for (let n = 0; n < 20_000; n++) from({ origin: 'https://haven.example', host: 'haven.example' })
    expect(from({ origin: 'http://\u00c3\u009f.de', host: 'x' })).toBe(false)
  })
})
