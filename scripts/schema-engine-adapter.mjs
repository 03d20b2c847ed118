/** The connection of scripts/schema-engine.mjs: @prisma/adapter-pg 7.10.0 without three of its faults. */
import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { parse } from 'pg-connection-string'

/**
 * Fault 3: given a `connectionString`, connectToShadowDb() silently works on the main database. So: separate fields.
 * @param {string} [url]
 */
export function fields(url = 'postgresql://127.0.0.1:1/none') {
  const { host, port, user, password, database, ssl } = parse(url)
  return { host, port: port ? Number(port) : undefined, user, password, database: database ?? undefined, ssl }
}

// Fault 4: the adapter refuses the catalogues' internal "char" type (OID 18), which the engine reads as a character.
// Let pg report such columns as text (OID 25), and put the right column type back on the way to the engine.
const CHAR = 18
const TEXT = 25
const charColumns = new Map()
const { handleRowDescription } = pg.Query.prototype
pg.Query.prototype.handleRowDescription = function (message) {
  const found = message.fields.flatMap((field, index) => (field.dataTypeID === CHAR ? [index] : []))
  for (const index of found) message.fields[index].dataTypeID = TEXT
  if (found.length > 0) charColumns.set(this.text, found)
  return handleRowDescription.call(this, message)
}

function mended(adapter) {
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const index of charColumns.get(query.sql) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  // Fault 5: the adapter splits scripts at every ";", also inside $$ bodies. Send the script as one simple query.
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(script).catch((error) => {
      const { code = 'XX000', severity = 'ERROR', message, detail, column, hint } = error
      throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint,
        originalCode: error.code, originalMessage: message })
    })
  }
  return adapter
}

const shadows = new Set()

/** Drops the shadow databases that the engine left open. */
export const dropShadows = () => Promise.allSettled([...shadows].map((drop) => drop()))

export class SchemaAdapterFactory extends PrismaPg {
  #fields

  constructor(connection) {
    super(connection)
    this.#fields = connection
  }

  async connect() {
    return mended(await super.connect())
  }

  async connectToShadowDb() {
    const main = await super.connect()
    const database = `prisma_migrate_shadow_db_${randomUUID()}`
    await main.underlyingDriver().query(`create database "${database}"`)
    const shadow = await new SchemaAdapterFactory({ ...this.#fields, database }).connect()
    const dispose = shadow.dispose.bind(shadow)
    let done
    const drop = () => done ??= (async () => {
      shadows.delete(drop)
      await dispose()
      await main.underlyingDriver().query(`drop database if exists "${database}" with (force)`)
      await main.dispose()
    })()
    shadows.add(drop)
    shadow.dispose = drop
    return shadow
  }
}
