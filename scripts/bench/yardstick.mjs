// The yardsticks, in a process of their own: a bare node:http answer, and a bare `pg` insert of the rows of a sync.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const { personId } = process.env
const answers = new Map()
/** The header lines of the page, when the yardstick is to carry them too: name, value, name, value, … */
let lines = []
process.on('message', (headers) => { lines = headers })

createServer((request, response) => {
  const [, what, size] = request.url.split('/')
  if (what === 'answer' || what === 'same') {
    const body = answers.get(size) ?? answers.set(size, Buffer.alloc(Number(size), 'a')).get(size)
    const bare = ['content-type', 'text/html; charset=utf-8', 'content-length', String(body.length)]
    response.writeHead(200, what === 'same' ? lines : bare).end(body)
    return
  }
  void insert(Number(size)).then(
    () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"stored":true}'),
    (error) => response.writeHead(500).end(String(error)),
  )
}).listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'))

function insert(rows) {
  const at = new Date().toISOString()
  const values = Array.from({ length: rows }, () => [randomUUID(), personId, 'block.tried', 'bench', '1.1', 'b', at])
  const places = values.map((row, r) => `(${row.map((_, c) => `$${r * row.length + c + 1}`).join(',')})`).join(',')
  return pool.query(
    `insert into "ProgressEvent" (id, "personId", kind, "courseId", "lessonId", "blockId", at) values ${places} on conflict do nothing`,
    values.flat(),
  )
}
