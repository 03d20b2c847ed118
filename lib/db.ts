import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/client/client'

// A reload in development must not open a second pool.
const kept = globalThis as unknown as { havenDb?: PrismaClient }

/** The database. Only queries, commands and report kinds may import it. It connects at the first query. */
export const db: PrismaClient = (kept.havenDb ??= new PrismaClient({
  adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL, max: 10 }),
  // On a busy machine a page may wait for a connection; two seconds, the default, made it fail.
  transactionOptions: { maxWait: 10_000 },
}))

/** A transaction, as commands receive it. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

/**
 * Waits until nobody else has the turn of this name, and keeps it until the transaction ends. What later statements of
 * the transaction read is newer than the turn.
 */
export async function takeTurn(tx: Transaction, name: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`
}
