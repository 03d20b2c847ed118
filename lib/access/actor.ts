declare const minted: unique symbol

/**
 * Who is asking. Only this folder mints one, so a query or command that receives an Actor
 * received it from a door (or from a named job).
 */
export type Actor = { readonly [minted]: true } & (
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'person'; readonly personId: string; readonly sessionId: string }
  | { readonly kind: 'system'; readonly name: string }
)

const mint = (actor: object) => Object.freeze(actor) as Actor

/** Someone without an account, or whose account does not matter here. */
export const anonymous: Actor = mint({ kind: 'anonymous' })

/** A signed-in person. Called by session.ts, and by tests that need one. */
export const personActor = (personId: string, sessionId: string): Actor => mint({ kind: 'person', personId, sessionId })

/** A job or script acting for the installation itself, under a name that the log shows. */
export const systemActor = (name: string): Actor => mint({ kind: 'system', name })
