/** A time as credentials carry it: whole seconds, in UTC. */
export const toSeconds = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`

/** How long a certificate is valid, in calendar months. */
const months = 24

/** The end of validity: 24 months later, at the same time; the last day of a month that is shorter. */
export function validUntil(issuedAt: Date): Date {
  const end = new Date(issuedAt)
  end.setUTCMonth(end.getUTCMonth() + months)
  // The 29th of February, two years later, would be the 1st of March.
  if (end.getUTCDate() !== issuedAt.getUTCDate()) end.setUTCDate(0)
  return end
}

export type CertificateState = 'valid' | 'expired' | 'revoked'

/** What revocation and the day make of a certificate. */
export const stateAt = (now: Date, { validUntil, revoked }: { validUntil: Date; revoked: boolean }): CertificateState =>
  revoked ? 'revoked' : validUntil <= now ? 'expired' : 'valid'
