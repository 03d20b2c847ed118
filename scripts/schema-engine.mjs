#!/usr/bin/env node
/**
 * Every Prisma 7 command wants to download a native "schema engine". This program takes its place: it speaks the same
 * JSON-RPC over stdin and stdout and knows the same `cli` sub-commands, over @prisma/schema-engine-wasm and
 * @prisma/adapter-pg, both plain npm packages. prisma/prisma.config.ts points Prisma to it. Five faults of the parts
 * (7.10.0) are worked around here and numbered below; a newer Prisma needs each of them checked.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { SchemaAdapterFactory, dropShadows, fields } from './schema-engine-adapter.mjs'

const require = createRequire(import.meta.url)
const wasm = dirname(require.resolve('@prisma/schema-engine-wasm'))

const { values: options, positionals } = parseArgs({ allowPositionals: true, strict: false, options: {
  datasource: { type: 'string' }, datamodels: { type: 'string', multiple: true }, version: { type: 'boolean' },
  'enabled-preview-features': { type: 'string' }, 'extension-types': { type: 'string' },
} })
const url = options.datasource ? JSON.parse(options.datasource).url : undefined

if (options.version) printVersion()
else if (positionals[0] === 'cli') await runSubCommand(positionals[1])
else serve()

function printVersion() {
  console.log(`schema-engine-cli ${require(join(wasm, 'package.json')).version.split('.').pop()}`)
}

/** Prisma reads these lines from stderr. */
function log(level, fields) {
  const line = { timestamp: new Date().toISOString(), level, fields, target: 'schema_engine::logger' }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}

async function runSubCommand(name) {
  const own = decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres'
  const client = new pg.Client(fields(name === 'can-connect-to-database' ? url : sibling(url, 'postgres')))
  process.stderr.write('\n')
  try {
    await client.connect()
    const database = client.escapeIdentifier(own)
    if (name === 'create-database') await client.query(`create database ${database}`)
    if (name === 'drop-database') await client.query(`drop database if exists ${database} with (force)`)
  } catch (error) { // Prisma wants its own codes
    const code = { '3D000': 'P1003', '28P01': 'P1000' }[error.code] ?? 'P1001'
    log('ERROR', { message: error.message || String(error), error_code: code })
    process.exitCode = 1
  } finally {
    await client.end().catch(() => {})
  }
}

function sibling(address, database) {
  const other = new URL(address)
  other.pathname = `/${database}`
  return other.href
}

/** Answers requests one after the other until Prisma closes stdin. */
function serve() {
  let engine
  let queue = Promise.resolve()
  const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  const answer = async ({ id, method, params }) => {
    try {
      const result = method === 'createDatabase'
        ? await createDatabase(params.datasource.url ?? url)
        : await call(await (engine ??= startEngine()), method, params)
      // Fault 1: the WASM engine returns the text of a diff, the native one prints it by a request of its own.
      if (method === 'diff' && result.stdout) send({ id: 0, method: 'print', params: { content: result.stdout } })
      send({ id, result })
    } catch (error) { // every failure is an answer
      const message = error?.message ?? String(error)
      const code = error?.code ?? /Error code: (P\d{4})/.exec(message)?.[1] ?? null
      send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.',
        data: { is_panic: false, message, meta: null, error_code: code } } })
    }
  }
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      const request = JSON.parse(line)
      if (request.method) queue = queue.then(() => answer(request))
    })
    .on('close', () => void queue.finally(dropShadows).finally(() => process.exit(0)))
}

async function call(engine, method, params) {
  // Fault 2: the WASM engine builds its shadow schema in devDiagnostic alone; these two need it.
  if (method === 'evaluateDataLoss' || method === 'createMigration') {
    await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
  }
  return (await engine[method](params)) ?? {}
}

async function createDatabase(address) {
  const databaseName = decodeURIComponent(new URL(address).pathname.slice(1))
  const client = new pg.Client(fields(sibling(address, 'postgres')))
  await client.connect()
  await client.query(`create database ${client.escapeIdentifier(databaseName)}`).finally(() => client.end())
  return { databaseName }
}

async function startEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => log('ERROR', { message }) }
  const glue = await import(pathToFileURL(join(wasm, 'schema_engine_bg.js')).href)
  const compiled = await WebAssembly.compile(readFileSync(join(wasm, 'schema_engine_bg.wasm')))
  const { exports } = await WebAssembly.instantiate(compiled, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(exports)
  exports.__wbindgen_start()
  const datamodels = options.datamodels?.map((path) => [path, readFileSync(path, 'utf8')])
  const factory = bindMigrationAwareSqlAdapterFactory(new SchemaAdapterFactory(fields(url)))
  return glue.SchemaEngine.new({ datamodels }, (message) => log('INFO', { message: String(message) }), factory)
}
