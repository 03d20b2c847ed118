import type { z } from 'zod'

/** The name of the field an issue is about. The inside of a fragment of text is not named. */
const field = (path: readonly PropertyKey[] = []): string => {
  const name = path.findLast((part) => typeof part === 'string' && part !== 'rich')
  return name === undefined ? 'this' : `\`${String(name)}\``
}

/** Says in words what a schema has found; a rule with a sentence of its own keeps it (an error map of zod). */
export const explain: z.core.$ZodErrorMap = (issue) => {
  const name = field(issue.path)
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? `${name} is missing` : `${name} must be of type ${issue.expected}`
    case 'invalid_value':
      return issue.input === undefined
        ? `${name} is missing`
        : `${name} must be ${issue.values.map((value) => `\`${String(value)}\``).join(' or ')}`
    case 'unrecognized_keys':
      return `unknown ${issue.keys.map((key) => `\`${key}\``).join(', ')}`
    case 'invalid_key':
      return issue.issues[0]?.message ?? `${name} is not allowed here`
    case 'too_small':
      return issue.input === '' || (Array.isArray(issue.input) && issue.input.length === 0)
        ? `${name} is missing`
        : `${name} must be at least ${issue.minimum}`
    case 'too_big':
      return `${name} must be at most ${issue.maximum}`
    default:
      return undefined
  }
}
