import { connect, withDatabase } from './database-url.mjs'

const url = process.env.DATABASE_URL!
const change = (part: Partial<URL>) => Object.assign(new URL(url), part).href

test('a reachable database answers', async () => {
  const client = await connect(url)
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await client.end()
})

test.each([
  ['nothing listens', change({ port: '1' }), 'at 127.0.0.1:1 cannot be reached: nothing listens there'],
  ['no such host', change({ hostname: 'haven.invalid' }), 'cannot be reached: '],
  ['a wrong password', change({ password: 'wrong-one' }), 'it refuses the user or the password'],
  ['no such database', withDatabase(url, 'absent'), 'The database "absent" at'],
])('%s is said in one sentence, without the password', async (_, address, sentence) => {
  const error: Error = await connect(address).then(() => new Error('connected'), (refusal: Error) => refusal)
  expect(error.name).toBe('Refusal')
  expect(error.message).toContain(sentence)
  expect(error.message).toContain('Correct DATABASE_URL, start that server, or unset DATABASE_URL')
  expect(error.message).not.toContain(new URL(address).password)
})

test.each(['', 'haven', 'mysql://localhost/haven', 'postgresql://', 'postgresql://u:p@[/haven'])(
  '%j is not an address', async (address) => {
    await expect(connect(address)).rejects.toThrow('DATABASE_URL is not an address of a Postgres database')
  })
