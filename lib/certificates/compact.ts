import type { Locale } from '@/lib/i18n/locales'
import { fromBase58, toBase58 } from './base58'
import { ByteReader, ByteWriter } from './bytes'
import { normaliseCode } from './code'
import { type Credential, credentialOf, factsOf } from './credential'
import { didOf, keyBytes, multikeyOf, publicMultikey } from './multikey'
import { proofOptions } from './proof'
import { toSeconds, validUntil } from './validity'

/** Of the order below. An order that was printed once is read for ever: another one is another number. */
const form = 1

/** Times are counted from here, in seconds: 1 January 2020. */
const epoch = Date.UTC(2020, 0, 1) / 1000
const count = (time: string): number => Date.parse(time) / 1000
const time = (seconds: number): string => toSeconds(new Date(seconds * 1000))
const usualEnd = (issuedAt: string): number => validUntil(new Date(issuedAt)).getTime() / 1000

/**
 * What of a certificate has to stand behind the `#` of its address so that the whole credential, proof included, can be
 * written down again without a network. The code is not in it: it stands in the address.
 * @returns about 300 letters and digits
 * @throws when the credential is not one of ours
 */
export function pack(credential: Credential): string {
  const facts = factsOf(credential)
  const [proof] = credential.proof
  const key = facts && keyBytes('public', multikeyOf(facts.issuer.did))
  const signature = proof && fromBase58(proof.proofValue.slice(1))
  if (!facts || !proof || !key || !signature) throw new Error('not a certificate of ours')
  const writer = new ByteWriter().number(form).raw(signature).raw(key)
  writer.number(count(facts.issuedAt) - epoch)
  // Nought for the usual 24 months.
  const end = count(facts.validUntil)
  writer.number(end === usualEnd(facts.issuedAt) ? 0 : end - count(facts.issuedAt) + 1)
  writer.number(count(proof.created) - epoch)
  writer.number(facts.version).number(facts.minutes).number(facts.statusIndex)
  for (const text of texts(facts)) writer.text(text)
  return writer.toBase64url()
}

type Texts = Pick<NonNullable<ReturnType<typeof factsOf>>, 'name' | 'courseId' | 'courseTitle' | 'pathTitle' | 'locale' | 'issuer' | 'site'>

const texts = ({ name, courseId, courseTitle, pathTitle, locale, issuer, site }: Texts): string[] =>
  [name, courseId, courseTitle, pathTitle, locale, issuer.name, site.replace(/^https:\/\//, '')]

/** The address in the QR code: it opens the page that checks the certificate, and carries the certificate itself. */
export const linkOf = (credential: Credential): string => `${credential.id}#${pack(credential)}`

/**
 * The credential of an address as linkOf makes it, scanned or pasted; the host and the language of the address may be
 * others by now. Whether it is genuine, verify-proof.ts says.
 * @returns undefined when it carries none
 */
export function unpack(link: string): Credential | undefined {
  // Longer than any of ours, and long enough to keep the pattern busy for minutes.
  if (link.length > 6_000) return undefined
  const [, written, packed] = /\/verify\/([^/?#\s]+)[^#\s]*#([\w-]+)\s*$/.exec(link) ?? []
  const code = normaliseCode(written ?? '')
  if (!code || !packed || packed.length > 4_000) return undefined
  try {
    return read(new ByteReader(packed), code)
  } catch { // torn, mistyped, or something else altogether
    return undefined
  }
}

function read(reader: ByteReader, code: string): Credential | undefined {
  if (reader.number() !== form) return undefined
  const proofValue = `z${toBase58(reader.raw(64))}`
  const did = didOf(publicMultikey(reader.raw(32)))
  const issuedAt = time(reader.number() + epoch)
  const end = reader.number()
  const created = time(reader.number() + epoch)
  const [version, minutes, statusIndex] = [reader.number(), reader.number(), reader.number()]
  const [name, courseId, courseTitle, pathTitle, locale, issuer, site] = Array.from({ length: 7 }, () => reader.text())
  reader.end()
  const credential = credentialOf({
    code, name: name!, courseId: courseId!, courseTitle: courseTitle!, pathTitle: pathTitle!, version, minutes, issuedAt,
    validUntil: time(end === 0 ? usualEnd(issuedAt) : count(issuedAt) + end - 1),
    locale: locale as Locale, statusIndex, issuer: { did, name: issuer! },
    site: site!.includes('://') ? site! : `https://${site!}`,
  })
  return { ...credential, proof: [{ ...proofOptions(did, created), proofValue }] }
}
