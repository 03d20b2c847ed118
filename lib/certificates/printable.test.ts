import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { canBePrinted, printed, runs } from './printable'

const fonts = ['noto-sans/400Regular/NotoSans_400Regular.ttf', 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf']

/** The signs of a font: the groups of its `cmap` table in format 12 (OpenType specification, cmap). */
function signsOf(font: string): Set<number> {
  const file = readFileSync(join(process.cwd(), 'node_modules/@expo-google-fonts', font))
  const tables = Array.from({ length: file.readUInt16BE(4) }, (_, n) => 12 + 16 * n)
  const cmap = file.readUInt32BE(tables.find((at) => file.toString('latin1', at, at + 4) === 'cmap')! + 8)
  const parts = Array.from({ length: file.readUInt16BE(cmap + 2) }, (_, n) => cmap + file.readUInt32BE(cmap + 8 + 8 * n))
  const groups = parts.find((at) => file.readUInt16BE(at) === 12)
  return groups === undefined ? fromSegments(file, parts.find((at) => file.readUInt16BE(at) === 4)!) : fromGroups(file, groups)
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)

const fromGroups = (file: Buffer, table: number) =>
  new Set(
    Array.from({ length: file.readUInt32BE(table + 12) }, (_, n) => table + 16 + 12 * n)
      .flatMap((at) => range(file.readUInt32BE(at), file.readUInt32BE(at + 4))),
  )

function fromSegments(file: Buffer, table: number) {
  const count = file.readUInt16BE(table + 6) / 2
  return new Set(
    Array.from({ length: count }, (_, n) => {
      const end = file.readUInt16BE(table + 14 + 2 * n)
      const start = file.readUInt16BE(table + 16 + 2 * (count + n))
      const delta = file.readUInt16BE(table + 16 + 2 * (2 * count + n))
      const at = table + 16 + 2 * (3 * count + n)
      const offset = file.readUInt16BE(at)
      const glyph = (sign: number) => (offset ? file.readUInt16BE(at + offset + 2 * (sign - start)) : sign + delta) & 0xffff
      return range(start, end).filter((sign) => sign < 0xffff && glyph(sign) !== 0)
    }).flat(),
  )
}

test('every sign that may be printed is in one of the fonts', () => {
  const held = new Set(fonts.flatMap((font) => [...signsOf(font)]))
  const missing = range(0, 0x1ffff)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .filter((code) => canBePrinted(String.fromCodePoint(code)))
    .filter((code) => Array.from(String.fromCodePoint(code).normalize('NFC')).some((sign) => !held.has(sign.codePointAt(0)!)))
  expect(missing.map((code) => code.toString(16))).toEqual([])
  expect(held.has(0xfffd)).toBe(true)
})

test.each(['Dana Voorbeeld', 'Zoë Đặng-Łukasiewicz', 'أمينة يوسف', 'په‌ڕتووک', 'ኣሚና ዩሱፍ', 'Amina أمينة (ኣሚና)', 'Ольга', 'Ελένη', "O'Neill", 'D’Hondt',
  'Zoe\u0308', '#eval *$\\@<>'])('%s can be printed', (name) => expect(canBePrinted(name)).toBe(true))

test.each(['王小明', '😀', 'देवी', 'Dana\u202eanaD', 'Dana\u0007', 'Dana\nVoorbeeld', '\u2067Dana', '\ue000'])(
  '%j cannot', (name) => expect(canBePrinted(name)).toBe(false))

test('what is printed can always be printed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) =>
      Array.from(printed(text).normalize('NFC')).every((sign) => sign === '\ufffd' || sign === '\u200b' || canBePrinted(sign))),
  )
})

test('a name that can be printed stays what it is', () => {
  expect(printed('Dana Voorbeeld')).toBe('Dana Voorbeeld')
  expect(printed('王 Wang 😀')).toBe('\ufffd Wang \ufffd')
})

test('a text runs the way of its first letter', () => {
  expect(runs('(1) أمينة Yusuf')).toBe('rtl')
  expect(runs('Yusuf أمينة')).toBe('ltr')
  expect(runs('ኣሚና')).toBe('ltr')
})
