'use server'

import { action } from '@/lib/access/door'
import { changeSettings } from './commands'
import { askSchema, enterSchema, eraseSchema, localeSchema, settingsSchema } from './schema'
import { confirmDeleted, deleteAccount, enterCode, sendCode, signOut, signOutEverywhere } from './sign-in'

export const askForCode = action({ permission: 'public', input: askSchema, handle: ({ actor, input, network }) => sendCode(actor, input, network) })
export const signInWithCode = action({ permission: 'public', input: enterSchema, handle: ({ actor, input, network }) => enterCode(actor, input, network) })

/** Public: a session that has run out is no reason to leave its cookies behind. */
export const leaveHere = action({ permission: 'public', input: localeSchema, handle: ({ actor, input }) => signOut(actor, input.locale) })
export const leaveEverywhere = action({ permission: 'account.own', input: localeSchema, handle: ({ actor, input }) => signOutEverywhere(actor, input.locale) })

export const saveSettings = action({ permission: 'account.own', input: settingsSchema, handle: ({ actor, input }) => changeSettings(actor, input) })
export const eraseAccount = action({ permission: 'account.own', input: eraseSchema, handle: ({ actor, input }) => deleteAccount(actor, input) })
/** Public: whoever's account is deleted has no session. */
export const confirmErased = action({ permission: 'public', input: localeSchema, handle: ({ actor, input }) => confirmDeleted(actor, input.locale) })
