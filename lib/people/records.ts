import { now } from '@/lib/clock'
import type { Messages } from '@/lib/i18n/messages'
import { personalTables, recordNames } from './registry'

/**
 * The file that a person takes along: for each kind of record what it is, why it is kept, how long, and their rows by
 * table. Times are ISO 8601.
 * @param rows as getRecords gives them; @param words the messages people.records.of
 */
export const explained = (rows: Record<string, unknown[]>, words: Messages['people']['records']['of'], site: string) => ({
  site,
  at: now().toISOString(),
  records: recordNames.flatMap((record) => {
    const tables = personalTables.filter(([, entry]) => entry.record === record).map(([table]) => [table, rows[table] ?? []])
    return tables.length > 0 ? [{ ...words[record], rows: Object.fromEntries(tables) }] : []
  }),
})
