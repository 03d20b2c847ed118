import { fill } from '@/lib/i18n/fill'

/** Sentences by noun and name, as in the message keys of errors: `people.errors.email` is `errors.people.email`. */
export type ErrorSentences = Record<string, Record<string, string>>

/** A wait that is longer than this is told in minutes. */
const longWait = 90

/**
 * The sentence of a message key. What has no sentence here is a fault of ours.
 * @param seconds how long to wait, where it was too often
 */
export function sentenceOf(errors: ErrorSentences, key: string, seconds = 0): string {
  const [noun = '', , name = ''] = key.split('.')
  const wait = errors.access?.wait
  if (name === 'tooMany' && wait && seconds > longWait) return fill(wait, { minutes: Math.ceil(seconds / 60) })
  return errors[noun]?.[name] ?? errors.access?.unexpected ?? ''
}
