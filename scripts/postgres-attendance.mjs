/**
 * Who uses the lasting database. Each command holds a connection of a known name for as long as it runs; Postgres
 * itself counts out a command that was killed.
 */
import { connect } from './database-url.mjs'
import { Refusal } from './refusal.mjs'

const NAME = 'haven command'

/**
 * Counts this command among the users, and starts the database again when it ended by itself.
 * @param {ReturnType<import('./postgres-cluster.mjs').cluster>} postgres
 * @param {string} url
 * @returns {Promise<import('./database.mjs').Database>}
 */
export async function attended(postgres, url) {
  let stopping = false
  let presence = await attend(url)
  const lost = new Promise((resolve) => {
    const watch = () => presence.on('error', () => {}).once('end', async () => {
      if (stopping) return
      try {
        const again = await postgres.start()
        if (again !== url) throw new Refusal('The database ended, and its port was taken. Start again.')
        presence = await attend(url)
        watch()
      } catch (error) { // for whoever waits for it
        resolve(error)
      }
    })
    watch()
  })
  return { url, lost, stop }

  async function stop() {
    stopping = true
    const others = await countOthers(presence).catch(() => 0) // already down
    await presence.end().catch(() => {})
    if (others === 0 && !postgres.isHeld()) postgres.stop()
  }
}

/** @param {string | undefined} url of the running database */
export async function refuseWhileUsed(url) {
  if (!url) return
  const client = await connect(url)
  const others = await countOthers(client).finally(() => client.end())
  if (others === 0) return
  throw new Refusal('Haven is using the database. Stop it first: Ctrl-C where npm start or npm run dev runs.')
}

async function attend(url) {
  const client = await connect(url)
  await client.query(`set application_name = '${NAME}'`)
  return client
}

async function countOthers(client) {
  const { rows } = await client.query(
    'select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
    [NAME])
  return rows[0].others
}
