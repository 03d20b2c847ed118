import { normaliseCode } from './code'
import { type Locale, locales } from '@/lib/i18n/locales'
import type { Proof } from './proof'

/** What stands on a certificate: everything its holder shows when they show it. */
export interface CertificateFacts {
  /** 26 letters and digits (code.ts). */
  code: string
  /** As the holder wrote it. */
  name: string
  courseId: string
  courseTitle: string
  pathTitle: string
  /** Number of the CourseRevision. */
  version: number
  /** Of study, as the course page shows them. */
  minutes: number
  /** UTC, in whole seconds: `2026-11-21T10:00:00Z`. */
  issuedAt: string
  /** UTC, in whole seconds. */
  validUntil: string
  /** Of the titles, and of the paper. */
  locale: Locale
  /** Place in all status lists together. */
  statusIndex: number
  issuer: { did: string; name: string }
  /** Address of the site, without a slash at its end. */
  site: string
}

export const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const

/** Places in one status list: what W3C Bitstring Status List asks for at least, so that one place tells nothing. */
export const listSize = 131_072

/** Where a certificate is looked up: `https://…/en/verify/K7Q2…`. */
export const certificateUrl = ({ site, locale, code }: Pick<CertificateFacts, 'site' | 'locale' | 'code'>): string =>
  `${site}/${locale}/verify/${code}`

export const statusListUrl = (site: string, list: number): string => `${site}/api/certificates/status/${list}`

/**
 * The certificate as an Open Badges 3.0 credential, without its proof. Its words are made of the facts alone, and never
 * of messages: whoever reads the QR of a paper years from now must come to the same words, or the proof breaks.
 * Every node but one has an id; canonical.ts relies on it.
 */
export function credentialOf(facts: CertificateFacts) {
  const id = certificateUrl(facts)
  const list = statusListUrl(facts.site, Math.floor(facts.statusIndex / listSize))
  const place = String(facts.statusIndex % listSize)
  return {
    '@context': [...contexts],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: facts.courseTitle,
    issuer: { id: facts.issuer.did, type: ['Profile'], name: facts.issuer.name },
    validFrom: facts.issuedAt,
    validUntil: facts.validUntil,
    credentialSubject: {
      id: `${id}#holder`,
      type: ['AchievementSubject'],
      // The schema allows no id here.
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: facts.name, identityType: 'name' }],
      achievement: {
        id: `${id}#achievement`,
        type: ['Achievement'],
        achievementType: 'CertificateOfCompletion',
        name: facts.courseTitle,
        description: facts.pathTitle,
        criteria: {
          id: `${facts.site}/${facts.locale}/courses/${facts.courseId}`,
          narrative: `${facts.pathTitle} · ${facts.minutes} min`,
        },
        version: String(facts.version),
        inLanguage: facts.locale,
      },
    },
    credentialStatus: {
      id: `${list}#${place}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: place,
      statusListCredential: list,
    },
  }
}

export type UnsignedCredential = ReturnType<typeof credentialOf>
export type Credential = UnsignedCredential & { proof: Proof[] }

/**
 * The facts of a credential of ours.
 * @returns undefined when it is anything else, also when a single word of the fixed parts is different
 */
export function factsOf(credential: unknown): CertificateFacts | undefined {
  try {
    const { proof: _, ...body } = credential as Credential
    const facts = readFacts(body)
    return wellFormed(facts) && same(body, credentialOf(facts)) ? facts : undefined
  } catch { // a stranger's JSON: what does not have our form lacks a part somewhere
    return undefined
  }
}

/** Not a pattern that ends in `$`: on a long text of a stranger it would look from every letter to the end, for minutes. */
const lastPart = (address: string): string => address.slice(address.lastIndexOf('/') + 1)

function readFacts({ id, issuer, validFrom, validUntil, credentialSubject, credentialStatus }: UnsignedCredential) {
  const { achievement, identifier } = credentialSubject
  const [, site, locale, code] = /^(.*)\/([^/]+)\/verify\/([^/]+)$/.exec(id) ?? []
  return {
    code: code!,
    name: identifier[0]!.identityHash,
    courseId: lastPart(achievement.criteria.id),
    courseTitle: achievement.name,
    pathTitle: achievement.description,
    version: Number(achievement.version),
    minutes: Number(/ (\d{1,6}) min$/.exec(achievement.criteria.narrative)?.[1]),
    issuedAt: validFrom,
    validUntil,
    locale: locale as Locale,
    statusIndex: Number(lastPart(credentialStatus.statusListCredential)) * listSize + Number(credentialStatus.statusListIndex),
    issuer: { did: issuer.id, name: issuer.name },
    site: site!,
  }
}

const second = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const known: readonly string[] = locales

/** Parts that become addresses hold no sign that could end an address; texts are texts, numbers are whole. */
const wellFormed = ({ issuer, ...facts }: CertificateFacts): boolean =>
  // First, because a pattern takes a list of one text for the text.
  [facts.name, facts.courseTitle, facts.pathTitle, facts.issuedAt, facts.validUntil, issuer.did, issuer.name].every((text) => typeof text === 'string') &&
  normaliseCode(facts.code) === facts.code &&
  known.includes(facts.locale) &&
  /^https?:\/\/[\w.:[\]-]+(?:\/[\w./-]*)?$/.test(facts.site) &&
  /^[a-z0-9-]{1,60}$/.test(facts.courseId) &&
  /^did:key:z[1-9A-HJ-NP-Za-km-z]{40,60}$/.test(issuer.did) &&
  [facts.issuedAt, facts.validUntil].every((time) => second.test(time) && !Number.isNaN(Date.parse(time))) &&
  facts.issuedAt <= facts.validUntil &&
  [facts.version, facts.minutes, facts.statusIndex].every((number) => Number.isSafeInteger(number) && number >= 0)

/** Whether two JSON values are the same, whatever the order of their keys. */
export function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other
  const keys = Object.keys(one)
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(one[key as keyof object], other[key as keyof object]))
  )
}
