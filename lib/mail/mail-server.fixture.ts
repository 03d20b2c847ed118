import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface Received {
  from: string
  to: string[]
  raw: string
  user: string | undefined
}

/**
 * A real mail server on this machine, without TLS, and what it was given.
 * @param login `user:password@`, to stand in its address
 * @param port that it had before
 */
export async function mailServer(options: SMTPServerOptions = {}, { login = '', port = 0 } = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        const to = rcptTo.map(({ address }) => address)
        received.push({ from, to, raw: Buffer.concat(parts).toString(), user: session.user })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {}) // a client that goes away
  await new Promise<void>((resolve) => { server.listen(port, '127.0.0.1', resolve) })
  const close = () => new Promise<void>((resolve) => { server.close(resolve) })
  const { port: given } = server.server.address() as AddressInfo
  return { received, port: given, url: `smtp://${login}127.0.0.1:${given}`, close }
}
