/**
 * @typedef {object} Worker somebody who synced and claimed
 * @property {string} id of the person
 * @property {string[]} sent ids of events, each the moment before it was sent first
 * @property {string[]} acknowledged those that the server said it has
 * @property {string[]} asked request ids of claims, likewise
 * @property {string[]} claims those that the server said are certified
 */

/** @returns {Promise<string[]>} ids of the events that are there before anything is sent */
export async function eventsIn(client) {
  const { rows } = await client.query('select id from "ProgressEvent"')
  return rows.map(({ id }) => id)
}

/**
 * Compares what the database holds with what was sent and what was acknowledged. A row under an id that nobody sent is
 * one that was made twice: the server has given it another id at the second time.
 * @param {import('pg').Client} client
 * @param {Worker[]} people
 * @param {string[]} before see eventsIn
 * @returns {Promise<{ lost: number, doubled: number, holders: number }>} holders: people with a valid certificate
 */
export async function accountOf(client, people, before) {
  const kept = new Set(await eventsIn(client))
  const { rows: certificates } = await client.query('select "requestId", "personId" from "Certificate"')
  const requests = new Set(certificates.map(({ requestId }) => requestId))
  const known = new Set([...before, ...people.flatMap(({ sent }) => sent)])
  const asked = new Set(people.flatMap(({ id, asked }) => asked.map((requestId) => `${id} ${requestId}`)))
  const valid = await counts(client, `"Certificate" c where not exists
    (select 1 from "CertificateRevocation" r where r."certificateId" = c.id)`)
  return {
    lost: people.flatMap(({ acknowledged }) => acknowledged).filter((id) => !kept.has(id)).length
      + people.flatMap(({ claims }) => claims).filter((id) => !requests.has(id)).length,
    doubled: [...kept].filter((id) => !known.has(id)).length
      + certificates.filter(({ requestId, personId }) => !asked.has(`${personId} ${requestId}`)).length
      + beyondOne(await counts(client, `"ProgressEvent" where kind = 'check.passed'`))
      + beyondOne(valid),
    holders: valid.length,
  }
}

/** How many of these rows each person has for each course. */
async function counts(client, rowsOf) {
  const { rows } = await client.query(`select count(*)::int as n from ${rowsOf} group by "personId", "courseId"`)
  return rows.map(({ n }) => n)
}

const beyondOne = (numbers) => numbers.reduce((sum, n) => sum + n - 1, 0)
