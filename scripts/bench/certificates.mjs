import { randomUUID } from 'node:crypto'
import { actionId, formPost } from './form.mjs'
import { load } from './load.mjs'
import { finishedPeople } from './people.mjs'

/** Verification is limited to 600 a minute for all together. */
const CHECKS = 500
const HOLDERS = 360
/** Before anything is counted, as for every other figure. */
const WARM = 240

/**
 * Measures a certificate from its claim to its check: issued and signed, printed, and looked up by its code.
 * @param {{ base: string, pid: number, databaseUrl: string, secret: string }} options pid: of the server
 */
export async function measureCertificates({ base, pid, databaseUrl, secret }) {
  const people = await finishedPeople(databaseUrl, secret, HOLDERS)
  const id = actionId('lib/certificates/actions.ts', 'issue')
  const codes = []
  const claiming = (from) => (n) => {
    const post = formPost(base, '/en/certificates', id,
      { requestId: randomUUID(), course: 'safer-spaces', path: 'essentials', name: 'Noor van den Berg', locale: 'en' })
    return { ...post, headers: { ...post.headers, cookie: people[from + n].cookie } }
  }
  const heard = (from) => (n, body) => { codes[from + n] = /"code":"(\w{26})"/.exec(body)?.[1] }
  await load(base, claiming(0), { count: WARM, together: 2, pid, heard: heard(0) })
  const issued = await load(base, claiming(WARM), { count: HOLDERS - WARM, together: 2, pid, heard: heard(WARM) })
  const missing = codes.filter((code) => !code).length
  if (missing > 0) throw new Error(`${missing} of ${HOLDERS} claims brought no certificate: this measures something else`)

  const own = (path) => (n) => ({ path: path(codes[n % HOLDERS]), headers: { cookie: people[n % HOLDERS].cookie } })
  const paper = own((code) => `/api/certificates/${code}/pdf`)
  await load(base, paper, { count: WARM, together: 2, pid })
  const printed = await load(base, paper, { count: 300, together: 2, pid })
  const list = own(() => '/api/certificates')
  await load(base, list, { count: 100, pid })
  const listed = await load(base, list, { count: 1000, pid })

  const check = (n) => ({ path: `/en/verify/${codes[n % HOLDERS]}` })
  await load(base, check, { count: 60, together: 2, pid })
  const checked = await load(base, check, { count: CHECKS, together: 2, pid })
  return { issued, printed, listed, checked }
}
