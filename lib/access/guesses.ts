import { sealOf } from './derive'

const minute = 60
const aDay = 24 * 60 * minute

/**
 * How often a secret may be asked for or guessed, in Postgres, for all processes together. A limit refills by itself:
 * nobody is locked out by somebody else's guesses for longer than `seconds`, or a day where there is a limit for one.
 */
export const guessLimits = {
  // Anybody can have mail sent to anybody. 20 a day are enough to sign in anew after each break. They are counted for
  // one network, so that a stranger elsewhere cannot use up somebody's day.
  'code.ask': { account: 5, day: 20, network: 30, all: 600, seconds: 15 * minute },
  'code.enter': { account: 10, network: 60, all: 1_000, seconds: 15 * minute },
  'certificate.verify': { network: 60, all: 600, seconds: minute },
} as const satisfies Record<string, Limits>

interface Limits {
  account?: number
  /** Of one account from one network, in a day. */
  day?: number
  network: number
  all: number
  seconds: number
}

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
  const limits: Limits = guessLimits[name]
  const counter = (of: 'network' | 'account' | 'day' | 'all', value: string | undefined, seconds = limits.seconds) => {
    const points = limits[of]
    if (points === undefined || value === undefined) return []
    // No address and no network stands in the table.
    return [{ key: sealOf('guess', `${name} ${of} ${value}`).toString('base64url'), points, seconds }]
  }
  return [...counter('network', keys.network), ...counter('account', keys.account), ...counter('day', keys.account && `${keys.account} ${keys.network ?? ''}`, aDay), ...counter('all', '')]
}
