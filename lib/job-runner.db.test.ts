import { db } from './db'
import { addJob } from './jobs'
import { runJobs } from './job-runner'
import { mailServer } from './mail/mail-server.fixture'
import { transmit } from './mail/transport'

const url = process.env.DATABASE_URL!

interface JobRow {
  attempts: number
  max_attempts: number
  last_error: string | null
  locked: boolean
}
const jobs = () => db.$queryRaw<JobRow[]>`
  select attempts::int, max_attempts::int, last_error, locked_by is not null as locked from graphile_worker.jobs
  where task_identifier = 'mail.code' order by id`

/** Everything that waits for a next try may run now. */
const hurry = async () => {
  await db.$executeRaw`update graphile_worker._private_jobs set run_at = now() where locked_by is null`
  await db.$executeRaw`select pg_notify('jobs:insert', '{"count":1}')`
}

async function until(condition: () => boolean | Promise<boolean>) {
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((resolve) => { setTimeout(resolve, 20) }))
    if (await condition()) return
  throw new Error('it did not come about in time')
}

const running: { stop: () => Promise<void> }[] = []
function start(work: (payload: { signIn: string }) => Promise<void>, hourly: (() => Promise<unknown>)[] = []) {
  const runner = runJobs(url, { tasks: { 'mail.code': work }, hourly })
  running.push(runner)
  return { stop: () => running.splice(running.indexOf(runner), 1)[0]!.stop() }
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((runner) => runner.stop()))
  await db.$executeRaw`delete from graphile_worker._private_jobs`
})

const post = (mailUrl: string) => ({ signIn }: { signIn: string }) =>
  transmit(mailUrl, 'Haven <no-reply@haven.example>', { to: `${signIn}@example.org`, subject: 'Code', text: signIn })
const add = (signIn: string) => db.$transaction((tx) => addJob(tx, 'mail.code', { signIn }))

test('a job is done if, and only if, its transaction is committed', async () => {
  const done: string[] = []
  start(async ({ signIn }) => void done.push(signIn))
  await expect(db.$transaction(async (tx) => {
    await addJob(tx, 'mail.code', { signIn: 'undone' })
    throw new Error('changed my mind')
  })).rejects.toThrow('changed my mind')
  await add('done')
  await until(async () => (await jobs()).length === 0)
  expect(done).toEqual(['done'])
})

test('a mail that is refused is tried again, and neither queue nor log names the person', async () => {
  let refuse = true
  const server = await mailServer({
    onRcptTo: ({ address }, _session, done) => (refuse ? done(new Error(`no ${address}`)) : done()),
  })
  const written = jest.spyOn(process.stdout, 'write')
  await add('somebody')
  start(post(server.url))
  await until(async () => Boolean((await jobs())[0]?.last_error))
  expect(await jobs()).toMatchObject([{ attempts: 1, max_attempts: 7, last_error: 'EENVELOPE 550' }])
  refuse = false
  await hurry()
  await until(async () => (await hurry(), (await jobs()).length === 0))
  expect(server.received.map(({ to }) => to)).toEqual([['somebody@example.org']])
  expect(JSON.stringify(written.mock.calls)).not.toContain('somebody')
  written.mockRestore()
  await server.close()
})

test('a mail that can never be sent is given up after seven tries', async () => {
  let tried = 0
  await add('somebody')
  start(async () => {
    tried += 1
    throw new Error('never')
  })
  await until(async () => (await hurry(), (await jobs())[0]?.attempts === 7 && !(await jobs())[0]?.locked))
  await hurry()
  await new Promise((resolve) => { setTimeout(resolve, 300) })
  expect(tried).toBe(7)
})

test('a mail server that comes back gets each mail once', async () => {
  const before = await mailServer()
  await before.close()
  for (let n = 0; n < 5; n++) await add(`p${n}`)
  start(post(before.url))
  await until(async () => (await jobs()).every(({ attempts, locked }) => attempts >= 1 && !locked))
  const server = await mailServer({}, { port: before.port })
  await until(async () => (await hurry(), (await jobs()).length === 0))
  expect(server.received.flatMap(({ to }) => to).sort()).toEqual([0, 1, 2, 3, 4].map((n) => `p${n}@example.org`))
  await server.close()
})

test('twenty mails arrive once each while the runner is stopped and started', async () => {
  const server = await mailServer()
  for (let n = 0; n < 20; n++) await add(`p${n}`)
  for (let round = 0; round < 30 && (await jobs()).length > 0; round++) {
    const runner = start(post(server.url))
    await new Promise((resolve) => { setTimeout(resolve, 100 + 70 * round) }) // in the middle of a mail
    await runner.stop()
    expect((await jobs()).filter(({ locked }) => locked)).toEqual([])
  }
  const to = server.received.flatMap((mail) => mail.to)
  expect(to.toSorted()).toEqual(Array.from({ length: 20 }, (_, n) => `p${n}@example.org`).sort())
  await server.close()
})

test('a job of a process that was killed is done by the next one at once, and not while another lives', async () => {
  const done: string[] = []
  const lock = () => db.$executeRaw`update graphile_worker._private_jobs set locked_by = 'worker-dead', locked_at = now()`
  const first = start(async ({ signIn }) => void done.push(signIn))
  await add('first')
  await until(() => done.length === 1)
  await db.$transaction(async (tx) => {
    await addJob(tx, 'mail.code', { signIn: 'held' })
    await tx.$executeRaw`update graphile_worker._private_jobs set locked_by = 'worker-alive', locked_at = now()`
  })
  const second = start(async ({ signIn }) => void done.push(signIn))
  await add('another')
  await until(() => done.includes('another'))
  expect(done).not.toContain('held')
  await Promise.all([first.stop(), second.stop()])
  await lock()
  start(async ({ signIn }) => void done.push(signIn))
  await until(() => done.includes('held'))
  expect(done.toSorted()).toEqual(['another', 'first', 'held'])
})

test('what is done once an hour is done by that name, one after the other', async () => {
  const done: number[] = []
  start(async () => {}, [async () => void done.push(1), async () => void done.push(2)])
  await db.$executeRaw`select graphile_worker.add_job('hourly')`
  await until(() => done.length === 2)
  expect(done).toEqual([1, 2])
})

test('a part of the hourly work that fails holds up no other, and is tried again', async () => {
  let broken = true
  let done = 0
  start(async () => {}, [
    async () => {
      if (broken) throw new Error('not now')
    },
    async () => void (done += 1),
  ])
  await db.$executeRaw`select graphile_worker.add_job('hourly')`
  await until(() => done === 1)
  broken = false
  await until(async () => (await hurry(), done > 1))
  expect(done).toBe(2)
})
