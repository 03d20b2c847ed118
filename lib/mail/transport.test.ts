import fc from 'fast-check'
import type { SMTPServerOptions } from 'smtp-server'
import type { Mail } from './mail'
import { mailServer as openMailServer, type Received } from './mail-server.fixture'
import { transmit } from './transport'

const servers: { close: () => Promise<void> }[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

async function mailServer(...options: Parameters<typeof openMailServer>) {
  const server = await openMailServer(...options)
  servers.push(server)
  return server
}

const from = 'Haven <no-reply@haven.example>'
const mail: Mail = { to: 'somebody@example.org', subject: 'Your code', text: 'Hello,\n\n12345678\n' }

/** Header lines, unfolded, and the text as a reader would see it. */
function parsed(raw: string) {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const headers = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const of = (name: string) => headers.filter((line) => line.toLowerCase().startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).trim())
  return { headers, of, text: decodedBody(rest.join('\r\n\r\n'), of('content-transfer-encoding')[0]) }
}

const quoted = (text: string) =>
  Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))), 'latin1')

function decodedBody(body: string, encoding = '7bit') {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  return encoding === 'quoted-printable' ? quoted(body.replace(/=\r\n/g, '')).toString() : body
}

/** RFC 2047: `=?UTF-8?B?…?=` and `=?UTF-8?Q?…?=`. */
const decodedWords = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(?:=\?UTF-8\?B\?[^?]*\?=)+/gi, (run) => Buffer.concat([...run.matchAll(/\?B\?([^?]*)\?=/gi)].map(([, word]) => Buffer.from(word!, 'base64'))).toString())
    .replace(/(?:=\?UTF-8\?Q\?[^?]*\?=)+/gi, (run) => Buffer.concat([...run.matchAll(/\?Q\?([^?]*)\?=/gi)].map(([, word]) => quoted(word!.replaceAll('_', ' ')))).toString())

test('a mail arrives as text alone, from a neutral sender, with nothing that tells when it is read', async () => {
  const { received, url } = await mailServer()
  await transmit(url, from, mail)
  expect(received).toHaveLength(1)
  const [{ raw, from: sender, to }] = received as [Received]
  const { of, text, headers } = parsed(raw)
  expect({ sender, to }).toEqual({ sender: 'no-reply@haven.example', to: ['somebody@example.org'] })
  expect(of('from')).toEqual(['Haven <no-reply@haven.example>'])
  expect(of('to')).toEqual(['somebody@example.org'])
  expect(of('subject')).toEqual(['Your code'])
  expect(of('content-type')).toEqual(['text/plain; charset=utf-8'])
  expect(of('auto-submitted')).toEqual(['auto-generated'])
  expect(of('message-id')[0]).toMatch(/^<[0-9a-f]{32}@haven\.example>$/)
  expect(text.replaceAll('\r\n', '\n').trim()).toBe(mail.text.trim())
  expect(headers.map((line) => line.split(':')[0]!.toLowerCase()).sort()).toEqual([
    'auto-submitted', 'content-transfer-encoding', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to',
    'x-auto-response-suppress',
  ])
})

test.each([
  ['ar', 'رمزك لتسجيل الدخول', 'مرحبًا،\nرمزك هو ⁨12345678⁩.\nينتهي بعد 10 دقائق.'],
  ['ti', 'ናይ መእተዊ ኮድኩም', 'ሰላም፣\nኮድኩም 12345678 እዩ።\nድሕሪ 10 ደቓይቕ ይውዳእ።'],
  ['fr', 'Votre code — à usage unique', 'Bonjour,\nvotre code : 12345678. '.repeat(40)],
])('words in %s arrive as they were written', async (_, subject, text) => {
  const { received, url } = await mailServer()
  await transmit(url, from, { ...mail, subject, text })
  const seen = parsed(received[0]!.raw)
  expect(decodedWords(seen.of('subject')[0]!)).toBe(subject)
  expect(seen.text.replaceAll('\r\n', '\n').trim()).toBe(text.trim())
})

test('it signs in where the server asks for it, and says so without the password when that fails', async () => {
  const onAuth: SMTPServerOptions['onAuth'] = ({ username, password }, _session, done) =>
    username === 'haven' && password === 's3cret/x' ? done(null, { user: username }) : done(new Error('no'))
  const options = { authOptional: false, allowInsecureAuth: true, onAuth }
  const { received, url } = await mailServer(options, { login: 'haven:s3cret%2Fx@' })
  await transmit(url, from, mail)
  expect(received.map(({ user }) => user)).toEqual(['haven'])
  const wrong = await mailServer(options, { login: 'haven:wrong@' })
  await expect(transmit(wrong.url, from, mail)).rejects.toThrow(/^EAUTH 535$/)
})

test('nobody who takes STARTTLS away between us and the mail server reads a code or the password', async () => {
  const logins: string[] = []
  const { received, url } = await mailServer({
    allowInsecureAuth: true,
    onAuth: ({ username }, _session, done) => {
      logins.push(username!)
      done(null, { user: username })
    },
  }, { login: 'haven:s3cret@' })
  // The way to this machine by a name that does not say so.
  const far = url.replace('127.0.0.1', '0.0.0.0')
  await expect(transmit(far, from, mail)).rejects.toThrow(/^ETLS/)
  await expect(transmit(`${far}?requireTLS=true`, from, mail)).rejects.toThrow(/^ETLS/)
  expect({ received, logins }).toEqual({ received: [], logins: [] })
  await transmit(`${far}?requireTLS=false`, from, mail)
  await transmit(url.replace('127.0.0.1', 'localhost'), from, mail)
  expect(received).toHaveLength(2)
  await expect(transmit(`${url}?requireTLS=true`, from, mail)).rejects.toThrow(/^ETLS/)
})

test('a refused recipient is an error that does not name them', async () => {
  const { received, url } = await mailServer({
    onRcptTo: ({ address }, _session, done) => done(new Error(`we do not like ${address}`)),
  })
  const failure = await transmit(url, from, mail).then(() => undefined, (error: Error) => error)
  expect(failure).toMatchObject({ name: 'MailNotSent', message: 'EENVELOPE 550' })
  expect(JSON.stringify([failure!.message, failure!.stack, failure!.cause])).not.toContain('somebody')
  expect(received).toEqual([])
})

test('a server that is not there is an error', async () => {
  const { url } = await mailServer()
  await servers.pop()!.close()
  await expect(transmit(url, from, mail)).rejects.toThrow(/^ESOCKET$/)
})

test('no subject and no address adds a header or a recipient', async () => {
  const { received, url } = await mailServer()
  const breaks = fc.constantFrom('\r\n', '\n', '\r', '\r\n\r\n', ',', ';', '>', '<', '"', ' ', '\0', '\u2028', '\u0085')
  const evil = fc.array(fc.oneof(breaks, fc.constantFrom('Bcc: evil@example.org', 'X-Evil: 1', 'evil@example.org', '<evil@example.org>', 'a', 'é', 'كود')), { maxLength: 6 })
    .map((parts) => parts.join(''))
  await fc.assert(fc.asyncProperty(evil, evil, async (subject, address) => {
    received.length = 0
    // An address may be refused as none; that is well. A plain one arrives, whatever the subject.
    const sent = { subject: `Code ${subject}`, text: 'x' }
    await Promise.all([
      transmit(url, from, { to: `a${address}@example.org`, ...sent }).catch(() => {}),
      transmit(url, from, { to: 'a@example.org', ...sent }),
    ])
    expect(received.map(({ to }) => to)).toContainEqual(['a@example.org'])
    for (const { raw, to } of received) {
      const { headers } = parsed(raw)
      expect(to).toHaveLength(1)
      expect(to[0]).not.toBe('evil@example.org')
      expect(headers.filter((line) => /^(bcc|x-evil|cc)\s*:/i.test(line))).toEqual([])
      expect(headers).toHaveLength(10)
    }
  }), { numRuns: 40 })
})
