import { anonymous, personActor, systemActor } from '@/lib/access/actor'
import { db } from '@/lib/db'
import { changeSettings } from './commands'

afterAll(() => db.$disconnect())

const settings = { name: 'نور', pronouns: 'they/them', contact: 'none' } as const
const stored = () => db.person.findMany({ select: { email: true, name: true, pronouns: true, contact: true }, orderBy: { email: 'asc' } })

test('settings are kept for this person alone, and empty words are none', async () => {
  const [me, other] = await Promise.all(['a@example.org', 'b@example.org'].map((email) => db.person.create({ data: { email } })))
  const actor = personActor(me!.id, 'a session')
  const nothing = { email: other!.email, name: null, pronouns: null, contact: 'mail' }
  expect(await changeSettings(actor, settings)).toEqual(settings)
  expect(await stored()).toEqual([{ email: me!.email, ...settings }, nothing])
  await changeSettings(actor, { name: '', pronouns: '', contact: 'mail' })
  expect(await stored()).toEqual([{ ...nothing, email: me!.email }, nothing])
})

test.each([anonymous, systemActor('mail')])('nobody without an account has settings: $kind', async (actor) => {
  await expect(changeSettings(actor, settings)).rejects.toMatchObject({ name: 'Denied' })
})
