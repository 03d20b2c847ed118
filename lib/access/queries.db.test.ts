import { db } from '../db'
import { anonymous } from './actor'
import { getReadiness } from './queries'

afterAll(() => db.$disconnect())

describe('getReadiness', () => {
  const change = async (sql: string, expected: string) => {
    await db.$executeRawUnsafe(`begin; create table kept as table _prisma_migrations; ${sql}; commit`)
    expect(await getReadiness(anonymous)).toBe(expected)
    await db.$executeRawUnsafe(
      `begin; create table if not exists _prisma_migrations (like kept); truncate _prisma_migrations;
       insert into _prisma_migrations table kept; drop table kept; commit`,
    )
    expect(await getReadiness(anonymous)).toBe('ready')
  }

  it('is ready when every migration is there and no other', async () => {
    expect(await getReadiness(anonymous)).toBe('ready')
    await change(`delete from _prisma_migrations where migration_name like '%learn'`, 'migrations')
    await change(
      `update _prisma_migrations set migration_name = '29990101000000_future' where migration_name like '%learn'`,
      'migrations',
    )
    await change(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'x', '29990101000000_future', now())`,
      'migrations',
    )
    await change(`update _prisma_migrations set finished_at = null where migration_name like '%learn'`, 'migrations')
    await change('drop table _prisma_migrations', 'migrations')
  })

  it('says so when nothing listens where the database should be', async () => {
    const { DATABASE_URL } = process.env
    process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/nowhere'
    const shared = globalThis as { havenDb?: unknown }
    const { havenDb } = shared
    delete shared.havenDb
    await jest.isolateModulesAsync(async () => {
      const elsewhere = await import('./queries')
      expect(await elsewhere.getReadiness(anonymous)).toBe('database')
    })
    Object.assign(shared, { havenDb })
    process.env.DATABASE_URL = DATABASE_URL
  })
})
