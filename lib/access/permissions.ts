import type { Actor } from './actor'

/**
 * Every permission, and who holds it. A door names one of these; `public` says aloud
 * that anyone may enter, and such a door reads no cookie, so that its page stays the same for everyone.
 */
export const permissions = {
  public: { who: 'anyone' },
  'account.own': { who: 'person' },
  'certificate.own': { who: 'person' },
  'progress.record': { who: 'person' },
} as const satisfies Record<string, { who: 'anyone' | 'person' }>

export type Permission = keyof typeof permissions

/** Whether this actor holds the permission at all; scope.ts narrows it to records. */
export const holds = (actor: Actor, permission: Permission): boolean =>
  permissions[permission].who === 'anyone' || actor.kind === 'person'
