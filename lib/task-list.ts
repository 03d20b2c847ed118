import { systemActor } from './access/actor'
import { forgetGuesses } from './access/commands'
import type { Jobs } from './jobs'
import { trimOutbox } from './mail/commands'
import { forgetSessions, forgetSignIns, mailCode } from './people/commands'
import { forgetOpenTries, forgetUnclaimedTries } from './quizzes/commands'

const mail = systemActor('mail')
const keeper = systemActor('keeper')

/** What every job does. A job may come twice after a crash: each must bear that. */
export const tasks: { [Name in keyof Jobs]: (payload: Jobs[Name]) => Promise<void> } = {
  'mail.code': (payload) => mailCode(mail, payload),
}

/** What is forgotten once an hour, because nobody needs it any more. */
export const hourly: (() => Promise<unknown>)[] = [
  () => trimOutbox(keeper),
  () => forgetSignIns(keeper),
  () => forgetSessions(keeper),
  () => forgetGuesses(keeper),
  () => forgetOpenTries(keeper),
  () => forgetUnclaimedTries(keeper),
]
