import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import jsQR from 'jsqr'
import { locales } from '@/lib/i18n/locales'
import words from '@/messages/en/certificates.json'
import { certificatePdf, qrModules } from './pdf'
import { printed } from './printable'

const facts = {
  code: '7KQ4M2XF9TBD7KQ4M2XF9TBD7K', id: '019aa000-0000-7000-8000-000000000000', name: 'Dana Voorbeeld',
  courseId: 'safer-spaces', courseTitle: 'Safer spaces', pathTitle: 'Essentials', version: 3, minutes: 70,
  issuedAt: '2026-11-21T10:00:00Z', validUntil: '2028-11-21T10:00:00Z', locale: 'en', statusIndex: 1,
  issuer: { did: 'did:key:z6Mk', name: 'Haven' }, site: 'https://haven.example',
} as const
const qr = `https://haven.example/en/verify/${facts.code}#${'aB3_'.repeat(100)}`

const make = (changed: Partial<Record<keyof typeof facts, unknown>> = {}) =>
  certificatePdf({ facts: { ...facts, ...changed } as never, words: words.paper, qr })

/** The file as text, with every packed part unpacked. */
function unpacked(pdf: Uint8Array): string {
  const file = Buffer.from(pdf)
  const text = file.toString('latin1')
  const parts = [...text.matchAll(/\/FlateDecode[\s\S]*?stream\r?\n/g)].map((head) => {
    try {
      return inflateSync(file.subarray(head.index + head[0].length)).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...parts].join('\n')
}

test.each(locales)('in %s: tagged, in its language, and every font is in the file', (locale) => {
  const text = unpacked(make({ locale, name: 'Amina أمينة ኣሚና' }))
  expect(text.startsWith('%PDF-1.7')).toBe(true)
  expect(text).toContain('/StructTreeRoot')
  expect(text).toMatch(/\/Marked true/)
  expect(text).toContain(`/Lang (${locale})`)
  expect(text).toMatch(/pdfuaid:part[>=]"?1/)
  expect(text).toContain('/DisplayDocTitle true')
  expect(text.match(/\/Type ?\/FontDescriptor/g)?.length).toBe(text.match(/\/FontFile[23]/g)?.length)
  // Fonts of the machine itself would differ from one to the next.
  const fonts = [...text.matchAll(/\/FontName ?\/\w+\+([\w-]+)/g)].map(([, font]) => font)
  for (const font of fonts) expect(font).toMatch(/^NotoSans(Arabic|Ethiopic)?-(Regular|SemiBold)$/)
  expect(fonts.length).toBeGreaterThan(2)
  for (const script of ['NotoSans-', 'NotoSansArabic-', 'NotoSansEthiopic-']) expect(text).toContain(script)
  expect(text).toContain('QR code. It opens the page')
  expect(text.match(/\/Type ?\/Page\b/g)).toHaveLength(1)
})

test('what looks like code comes out as it is', () => {
  // A heading carries its own text for screen readers, where it can be read back.
  const title = '#eval"1" *b* $x$ @ref <l> _i_ `c` // = h - l {d} [e]'
  const text = unpacked(make({ courseTitle: title }))
  expect(text).toContain(title)
  expect(unpacked(make({ name: '\\#panic("no") */ #import "/etc/passwd": * \\u{1F600}' })).length).toBeGreaterThan(1000)
})

test('any name gives a paper of one page', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.string({ unit: 'grapheme', maxLength: 100 }),
    // Marks and letters of different scripts in one cluster.
    fc.string({ unit: fc.constantFrom('a', 'W', '\u0301', 'أ', '\u064b', 'ኣ', '\u135d', '\u200d', '#', ' ', '1', '-'), maxLength: 100 }),
  )
  fc.assert(
    fc.property(name, fc.constantFrom(...locales), (text, locale) => {
      const pdf = unpacked(make({ name: text, locale }))
      return (pdf.match(/\/Type ?\/Page\b/g) ?? []).length === 1
    }),
    { numRuns: 150 },
  )
})

test('the longest texts stay on one page', () => {
  const long = { name: 'W'.repeat(100), courseTitle: 'Services plus sûrs au guichet, '.repeat(5), pathTitle: 'Town desk, library '.repeat(5) }
  expect(unpacked(make(long)).match(/\/Type ?\/Page\b/g)).toHaveLength(1)
  expect(printed(long.name)).toContain('\u200b')
})

test('a telephone reads the QR code', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('abcXYZ0189-_')), minLength: 1, maxLength: 500 }), (proof) => {
      const address = `${qr.split('#')[0]}#${proof}`
      expect(read(qrModules(address))).toBe(address)
    }),
    { numRuns: 25 },
  )
})

/** What is read from a picture of the code, four dots for each module. */
function read(modules: boolean[][]): string | undefined {
  const dots = 4
  const side = (modules.length + 8) * dots
  const picture = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (modules[Math.floor(y / dots) - 4]?.[Math.floor(x / dots) - 4]) picture.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
  return jsQR(picture, side, side)?.data
}
