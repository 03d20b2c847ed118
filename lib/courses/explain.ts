import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** The name of the field an issue is about: the last part of its path that is a word. */
const field = (issue: Issue): string => {
  const name = issue.path.findLast((part) => typeof part === 'string')
  return name === undefined ? 'this' : `\`${String(name)}\``
}

/** Says in words what a schema has found. Rules of our own bring their own sentence. */
export function explain(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? `${field(issue)} is missing` : `${field(issue)} must be ${issue.expected}`
    case 'invalid_value':
      return `${field(issue)} must be ${issue.values.join(', ')}`
    case 'unrecognized_keys':
      return `unknown ${issue.keys.map((key) => `\`${key}\``).join(', ')}`
    case 'too_small':
    case 'too_big':
    case 'invalid_format':
    case 'custom':
    default:
      return issue.message.startsWith('Invalid') || issue.message.startsWith('Too')
        ? `${field(issue)}: ${issue.message}`
        : issue.message
  }
}
