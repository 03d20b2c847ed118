import { createServer, type AddressInfo } from 'node:net'
import { readPort, refuseTakenPort, tryPort } from './port.mjs'

test.each([[undefined, 3000], ['1', 1], ['65535', 65535]])('PORT %s is %s', (text, port) => {
  expect(readPort(text)).toBe(port)
})

test.each(['', '0', '65536', '3000x', '-1', '1e3', ' 3000'])('PORT "%s" is refused', (text) => {
  expect(() => readPort(text)).toThrow('PORT must be a whole number between 1 and 65535')
})

test.each(['127.0.0.1', '0.0.0.0', '::', '::1'])('a port that another program holds on %s is refused', async (host) => {
  const other = createServer()
  await new Promise<void>((resolve) => { other.listen(0, host, resolve) })
  const { port } = other.address() as AddressInfo
  await expect(refuseTakenPort(port, '127.0.0.1')).rejects.toThrow(`Port ${port} is already in use`)
  await new Promise((resolve) => { other.close(resolve) })
  await expect(refuseTakenPort(port, '127.0.0.1')).resolves.toBeUndefined()
})

test('an address of another machine is refused', async () => {
  await expect(refuseTakenPort(3109, '192.0.2.1')).rejects.toThrow('HOST=192.0.2.1 is not an address of this machine')
})

test('a free port is found and left free', async () => {
  const { port } = await tryPort(0)
  expect(await tryPort(port)).toEqual({ port })
})
