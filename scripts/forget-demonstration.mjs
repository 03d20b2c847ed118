/**
 * Takes out what a demonstration has left in the database: its accounts with all that hangs on them, every certificate
 * that it signed, for whoever tried it under their own address, and the mails that were shown instead of being sent.
 * People who tried it keep their account and what they learned, and can claim a certificate that counts.
 * @param {import('pg').Client} client
 * @param {{ issuers: string[], keepMails: boolean }} options issuers: `did:key:…` of the keys of the demonstration;
 *   keepMails: mail is shown here too, as in development
 */
export async function forgetDemonstration(client, { issuers, keepMails }) {
  const removed = async (sql, values) => (await client.query(sql, values)).rowCount
  const certificates = await removed(
    `delete from "Certificate" c using "Person" p where p.id = c."personId"
      and (p.email like '%@haven.invalid' or c.credential #>> '{issuer,id}' = any($1))`, [issuers])
  const people = await removed(`delete from "Person" where email like '%@haven.invalid'`)
  const mails = keepMails ? 0 : await removed('delete from "OutboxMail"')
  if (people + certificates + mails === 0) return
  console.log('▸ What a demonstration had left was taken out: '
    + `accounts: ${people}, certificates: ${certificates}, mails: ${mails}`)
}
