import { Client } from 'pg'

/** Asks the database behind the site: for what a mail would bring, and for what no page shows. */
export async function ask<Row>(sql: string, values: unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows as Row[]
  } finally {
    await client.end()
  }
}
