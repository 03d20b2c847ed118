import { randomUUID } from 'node:crypto'
import type pg from 'pg'

/** Somebody in the database. @returns their id */
export async function person(client: pg.Client, email: string | null = null): Promise<string> {
  const id = randomUUID()
  await client.query('insert into "Person" (id, email) values ($1, $2)', [id, email])
  return id
}

interface Row {
  requestId?: string
  issuer?: string
  revoked?: boolean
}

/** A certificate in the database, of which only the issuer stands in the credential. @returns its id */
export async function certificate(
  client: pg.Client, personId: string, { requestId = randomUUID(), issuer = 'did:key:z', revoked = false }: Row = {},
): Promise<string> {
  const { rows: [{ id }] } = await client.query(`insert into "Certificate"
    (id, code, "requestId", "personId", name, "courseId", "pathId", "revisionId", locale, "validUntil", credential)
    values (gen_random_uuid(), gen_random_uuid(), $1, $2, 'Sam', 'course', 'path', gen_random_uuid(), 'en', now() + interval '2 years', $3)
    returning id`, [requestId, personId, { issuer: { id: issuer } }])
  if (revoked) await client.query('insert into "CertificateRevocation" ("certificateId", reason) values ($1, \'withdrawn\')', [id])
  return id
}
