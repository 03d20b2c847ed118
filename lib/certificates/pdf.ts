import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { encode } from 'uqr'
import { fill } from '@/lib/i18n/fill'
import { direction, perLocale } from '@/lib/i18n/locales'
import { dayWords, writtenDay } from '@/lib/i18n/day'
import type { Messages } from '@/lib/i18n/messages'
import { certificatePaper } from './certificate-paper'
import { groupedCode } from './code'
import type { CertificateFacts } from './credential'
import { printed, runs } from './printable'

interface Paper {
  facts: CertificateFacts
  /** The sentences in the language of the certificate. */
  words: Messages['certificates']['paper']
  /** The address in the QR code, which carries the proof. */
  qr: string
}

/**
 * The certificate as a tagged PDF (PDF/UA-1), fonts embedded, A4 landscape.
 * A sign that no font holds is printed as �: claims with such a name are refused before (printable.ts).
 */
export function certificatePdf({ facts, words, qr }: Paper): Uint8Array {
  const compiler = typst()
  // A file in memory: with inputs, Typst would build its whole library anew for each paper.
  compiler.mapShadow(join(process.cwd(), 'certificate.json'), Buffer.from(JSON.stringify(paperData(facts, words, qr))))
  return compiler.pdf({ mainFileContent: certificatePaper }, { pdfStandard: 'ua-1' })
}

/** What the paper shows (certificate-paper.ts). The script decides how large letters must be to be read as easily. */
function paperData(facts: CertificateFacts, words: Paper['words'], qr: string) {
  const { locale } = facts
  const day = dayWords(locale)
  const name = printed(facts.name)
  const course = printed(facts.courseTitle)
  const path = printed(fill(words.path, { path: facts.pathTitle }))
  const issued = printed(fill(words.issuedBy, { issuer: facts.issuer.name }))
  const tall = locale === 'ar' || locale === 'ti'
  return {
    lang: locale,
    dir: direction(locale),
    scale: locale === 'ar' ? 1.08 : locale === 'ti' ? 1.03 : 1,
    leading: tall ? 1.35 : 1,
    title: `${words.title} – ${printed(facts.issuer.name)}`,
    issuer: printed(facts.issuer.name),
    words,
    name,
    nameDir: runs(name),
    nameSize: size(name, [[30, 25], [48, 20], [70, 16]], 13),
    course,
    courseDir: runs(course),
    courseSize: size(course, [[36, 29], [70, 23]], 18),
    path,
    pathDir: runs(path),
    facts: [
      { label: words.issued, value: writtenDay(facts.issuedAt, day) },
      { label: words.validUntil, value: writtenDay(facts.validUntil, day) },
      { label: words.time, value: minutes(locale).format(facts.minutes) },
      { label: words.version, value: String(facts.version) },
    ],
    issued,
    issuedDir: runs(issued),
    stops: [words.stopLessons, words.stopCheck, words.stopCommitment],
    qr: qrImage(qr),
    address: `${facts.site.replace(/^https?:\/\//, '')}/${locale}/verify`,
    code: inTwoLines(groupedCode(facts.code)),
  }
}

/** A code is too long for one line; it breaks between two groups. */
function inTwoLines(code: string): string {
  const groups = code.split('-')
  const half = Math.ceil(groups.length / 2)
  return [groups.slice(0, half), groups.slice(half)].map((line) => line.join('-')).join('\n')
}

/** The largest size whose limit of letters holds, in points. */
const size = (text: string, steps: [letters: number, points: number][], least: number): number =>
  steps.find(([letters]) => Array.from(text).length <= letters)?.[1] ?? least

const minutes = perLocale((locale) =>
  new Intl.NumberFormat(`${locale}-u-nu-latn`, { style: 'unit', unit: 'minute', unitDisplay: 'long' }))

/** The dots of a QR code. A fixed mask: trying all eight takes longer than the rest of the paper, and each can be read. */
export const qrModules = (text: string): boolean[][] =>
  encode(text, { ecc: 'L', boostEcc: true, border: 0, maskPattern: 3 }).data

/** One path of strokes for the whole code: fewer parts, less time. */
function qrImage(text: string): string {
  const rows = qrModules(text)
  let strokes = ''
  rows.forEach((row, y) => {
    for (let x = 0, end = 0; x < row.length; x = end + 1) {
      for (end = x; row[end]; ) end++
      if (end > x) strokes += `M${x} ${y}.5h${end - x}`
    }
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rows.length} ${rows.length}"><path stroke="#16211f" d="${strokes}"/></svg>`
}

let compiler: NodeCompiler | undefined
let made = 0

/** One compiler in a process. What it remembers of earlier certificates is thrown away now and then. */
function typst(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace: process.cwd(), fontArgs: [{ fontPaths: fontFolders() }] })
  if (++made % 10 === 0) compiler.evictCache(2)
  return compiler
}

/** The same files as in next.config.js, which keeps them with the built route. */
const fontFolders = () =>
  ['noto-sans', 'noto-sans-arabic', 'noto-sans-ethiopic'].flatMap((family) =>
    ['400Regular', '600SemiBold'].map((weight) => join(process.cwd(), 'node_modules/@expo-google-fonts', family, weight)),
  )
