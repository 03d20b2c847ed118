import { randomBytes, randomUUID } from 'node:crypto'
import { connect } from '../database-url.mjs'
import { ownerOf } from '../owner.mjs'

const COURSE = 'safer-spaces'

/** A uuid v7 of now, as a device makes them. */
export function uuid7() {
  const hex = Date.now().toString(16).padStart(12, '0') + randomBytes(10).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * A person with a session, and the cookie that a browser would send.
 * @param {string} url of the database
 * @param {string} secret AUTH_SECRET
 */
export async function signedIn(url, secret) {
  const { encode } = await import('next-auth/jwt')
  const [id, session] = [randomUUID(), randomUUID()]
  const client = await connect(url)
  await client.query('insert into "Person" (id) values ($1)', [id])
  await client.query('insert into "UserSession" (id, "personId", shared) values ($1, $2, false)', [session, id])
  await client.end()
  return { id, owner: ownerOf(secret, id), cookie: `__Host-session=${await encode({ token: { sid: session }, secret })}` }
}

/**
 * People signed in whose ledger says that the first path is finished: every lesson, every block, check and commitment.
 * @param {string} url of the database
 * @param {string} secret AUTH_SECRET
 * @param {number} count
 */
export async function finishedPeople(url, secret, count) {
  const people = []
  for (let n = 0; n < count; n++) people.push(await signedIn(url, secret))
  const client = await connect(url)
  const { rows: lessons } = await client.query(`select distinct on ("lessonId") "lessonId" as id, number, t.blocks
    from "LessonRevision" r join "LessonText" t on t."revisionId" = r.id
    where "courseId" = $1 and t.locale = 'en' order by "lessonId", number desc`, [COURSE])
  const facts = lessons.flatMap(({ id, number, blocks }) => [
    { kind: 'lesson.opened', lesson: id, revision: number },
    ...blocks.map((block) => ({ kind: 'block.tried', lesson: id, block: block.id, revision: number })),
    { kind: 'lesson.finished', lesson: id, revision: number },
  ])
  for (const { id: personId } of people) {
    const events = [...facts, { kind: 'commitment.written' }, { kind: 'check.passed' }].map((fact) => ({ id: uuid7(), ...fact }))
    await client.query(`insert into "ProgressEvent" (id, "personId", kind, "courseId", "lessonId", "blockId", revision, at)
      select id, $1, kind, $2, lesson, block, revision, now()
      from jsonb_to_recordset($3) as event(id uuid, kind text, lesson text, block text, revision int)`,
    [personId, COURSE, JSON.stringify(events)])
  }
  await client.end()
  return people
}
