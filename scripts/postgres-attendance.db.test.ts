import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attended, refuseWhileUsed } from './postgres-attendance.mjs'
import { postgresBinaries, postgresIds } from './postgres-binaries.mjs'
import { cluster } from './postgres-cluster.mjs'

const folder = mkdtempSync(join(tmpdir(), 'haven attendance '))
chmodSync(folder, 0o755)
const ids = postgresIds()
const postgres = cluster({ home: join(folder, 'postgres'), ids, binaries: postgresBinaries(ids, tmpdir) })
const attend = async () => attended(postgres, await postgres.start())

afterEach(() => postgres.stop())
afterAll(() => rmSync(folder, { recursive: true }))

test('the last command that stops ends the server', async () => {
  const [first, second] = [await attend(), await attend()]
  await first.stop()
  expect(await postgres.running()).toBe(second.url)
  await second.stop()
  expect(await postgres.running()).toBeUndefined()
})

test('a server started by hand outlives the commands, and is not stopped under them', async () => {
  const url = await postgres.start()
  postgres.hold()
  const command = await attend()
  await expect(refuseWhileUsed(url)).rejects.toThrow('Haven is using the database. Stop it first')
  await command.stop()
  expect(await postgres.running()).toBe(url)
  await expect(refuseWhileUsed(url)).resolves.toBeUndefined()
})

test('a server that is killed comes back at the same address', async () => {
  const command = await attend()
  const pid = () => Number(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])
  const before = pid()
  process.kill(before, 'SIGKILL')
  const lost = await Promise.race([command.lost, backAgain(before, pid)])
  expect(lost).toBeUndefined()
  expect(await postgres.running()).toBe(command.url)
  await command.stop()
})

async function backAgain(before: number, pid: () => number) {
  for (;;) {
    await new Promise((resolve) => { setTimeout(resolve, 100) })
    if (await postgres.running() && pid() !== before) return
  }
}
