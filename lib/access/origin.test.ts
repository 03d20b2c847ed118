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
})
