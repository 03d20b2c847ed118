import pg from 'pg'

/** The code of the newest mail to an address, as its reader would type it. Mail is not sent here: it lies in the outbox. */
export async function codeFor(address: string, after = new Date(0)): Promise<string> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    for (let tries = 0; tries < 100; tries++) {
      const { rows } = await client.query<{ text: string; at: Date }>(
        'select text, at from "OutboxMail" where "to" = $1 and at > $2 order by at desc limit 1', [address, after],
      )
      const code = /\b\d{4} \d{4}\b/.exec(rows[0]?.text ?? '')?.[0]
      if (code) return code
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  } finally {
    await client.end()
  }
  throw new Error(`no code came for ${address}`)
}

/** An address that no other test uses. */
export const newAddress = (): string => `learner-${Math.random().toString(36).slice(2)}@example.org`
