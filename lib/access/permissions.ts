import type { Actor } from './actor'

/**
 * Every permission: who holds it, and over what. A door names one of these; `public` says aloud
 * that anyone may enter, and such a door reads no cookie, so that its page stays the same for everyone.
 */
export const permissions = {
  public: { who: 'anyone', over: 'nothing' },
  'progress.record': { who: 'person', over: 'own' },
} as const satisfies Record<string, { who: 'anyone' | 'person'; over: 'nothing' | 'own' }>

export type Permission = keyof typeof permissions

/** Whether this actor holds the permission at all; scope.ts narrows it to records. */
export const holds = (actor: Actor, permission: Permission): boolean =>
  permissions[permission].who === 'anyone' || actor.kind === 'person'
