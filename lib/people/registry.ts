import type { Messages } from '@/lib/i18n/messages'

// Whose every field of the database is, and what becomes of it (care.md §8). The download of one's records, the erasure
// of an account and the list on the privacy page are all made from this, so none of them can forget a table. A field that
// stands nowhere here fails the build (registry.db.test.ts).

/** A kind of record about people; why it is kept, and how long, stands under people.records.of in the messages. */
export type RecordName = keyof Messages['people']['records']['of']

export interface Personal {
  record: RecordName
  /** Which rows are of one person: SQL beside a CTE `person`, which holds the id and the e-mail address of theirs. */
  rows: string
  /** Columns that a person is given. */
  given: readonly string[]
  /** Columns that say nothing of them: keys, seals, and what could undo a protection. */
  withheld: readonly string[]
}

/** Of nobody: what all people see alike, or what no longer leads to anyone. */
export interface Impersonal {
  /** Set where it counts or marks what people do. */
  record?: RecordName
  columns: readonly string[]
}

const words = (text: string) => text.split(' ').filter(Boolean)
const personal = (record: RecordName, rows: string, given: string, withheld: string): Personal =>
  ({ record, rows, given: words(given), withheld: words(withheld) })
const impersonal = (columns: string, record?: RecordName): Impersonal => ({ columns: words(columns), ...(record && { record }) })

const theirs = '"personId" = (select "id" from person)'
const theirAddress = '(select "email" from person)'
const theirTries = `"candidate" in (select "id" from "Candidate" where ${theirs})`

/** By table. What points to another table stands before it: erasure goes from top to bottom, and the person is last. */
export const registry = {
  AttemptResult: personal('check', `"attemptId" in (select "id" from "Attempt" where ${theirTries})`,
    'answers locale points passed submittedAt', 'attemptId'),
  // The seed would undo the mixing of the options.
  Attempt: personal('check', theirTries, 'courseId number itemIds drawnAt', 'id candidate revisionId seed'),
  Candidate: personal('check', theirs, 'claimedAt', 'id personId'),
  CertificateRevocation: personal('certificate', `"certificateId" in (select "id" from "Certificate" where ${theirs})`,
    'at reason', 'certificateId'),
  Certificate: personal('certificate', theirs,
    'code name courseId pathId locale issuedAt validUntil statusIndex credential', 'id requestId personId revisionId'),
  ProgressEvent: personal('progress', theirs, 'kind courseId lessonId blockId revision at', 'id personId sequence'),
  UserSession: personal('session', theirs, 'shared createdAt seenAt endedAt', 'id personId'),
  SignIn: personal('signIn', `"email" = ${theirAddress}`, 'email locale createdAt tries endedAt', 'id browser'),
  OutboxMail: personal('mail', `"to" = ${theirAddress}`, 'to subject text at', 'id'),
  Person: personal('account', '"id" = (select "id" from person)', 'email name pronouns contact locale createdAt suspendedAt', 'id'),

  // Under seals that lead back to nobody; they run out by themselves.
  GuessCount: impersonal('key points expire', 'limit'),
  RetiredPlace: impersonal('statusIndex', 'certificate'),

  Course: impersonal('id'),
  CourseRevision: impersonal('id courseId number hash origin manifest publishedAt'),
  CourseText: impersonal('revisionId part locale markdown draft'),
  Lesson: impersonal('courseId id'),
  LessonRevision: impersonal('id courseId lessonId number hash origin publishedAt'),
  LessonText: impersonal('revisionId locale title markdown draft blocks'),
  SearchIndex: impersonal('courseId state version totals'),
  SearchEntry: impersonal('id courseId kind lang locales lesson block card title heading text noted words'),
  SearchWord: impersonal('courseId locale word entries'),
} satisfies Record<string, Personal | Impersonal>

/** The tables that hold something of a person, in the order of erasure. */
export const personalTables: readonly (readonly [table: string, Personal])[] = Object.entries<Personal | Impersonal>(registry)
  .flatMap(([table, entry]) => ('rows' in entry ? [[table, entry] as const] : []))

/** The kinds of record, in the order in which they are told: what a person knows best comes first. */
export const recordNames = ['account', 'progress', 'check', 'certificate', 'session', 'signIn', 'limit', 'mail'] as const satisfies RecordName[]
