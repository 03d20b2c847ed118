import { sealOf } from './derive'

const minute = 60

/**
 * How often a secret may be asked for or guessed, in Postgres, for all processes together. A limit refills by itself:
 * nobody is locked out by somebody else's guesses for longer than `seconds`.
 */
export const guessLimits = {
  'code.ask': { account: 5, network: 30, all: 600, seconds: 15 * minute },
  'code.enter': { account: 10, network: 60, all: 1_000, seconds: 15 * minute },
  'certificate.verify': { network: 60, all: 600, seconds: minute },
} as const satisfies Record<string, { account?: number; network: number; all: number; seconds: number }>

export type GuessName = keyof typeof guessLimits

/** Whose guess it is, as far as that is known. */
export interface GuessKeys {
  /** The e-mail address that is tried. */
  account?: string | undefined
  /** See address.ts; unknown for this machine itself, which then counts in the others. */
  network?: string | undefined
}

/** Under what a guess is counted: the narrow counts first, so that one flood does not use up what belongs to all. */
export function countersOf(name: GuessName, keys: GuessKeys): { key: string; points: number; seconds: number }[] {
  const limits: { account?: number; network: number; all: number; seconds: number } = guessLimits[name]
  const counter = (of: 'network' | 'account' | 'all', value: string | undefined) => {
    const points = limits[of]
    if (points === undefined || value === undefined) return []
    // No address and no network stands in the table.
    return [{ key: sealOf('guess', `${name} ${of} ${value}`).toString('base64url'), points, seconds: limits.seconds }]
  }
  return [...counter('network', keys.network), ...counter('account', keys.account), ...counter('all', '')]
}
