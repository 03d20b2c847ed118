/** How many mails the outbox page shows and keeps. */
export const outboxSize = 50
