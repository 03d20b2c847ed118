const METHODS = ['writeHead', 'write', 'end', 'flushHeaders']

/** More than this of anything but HTML goes out as it comes. */
const MOST_BYTES = 2 * 1024 * 1024

/**
 * Holds back what Next writes into a response, if it is wanted, instead of sending it.
 * @param {import('node:http').ServerResponse} response
 * @param {(type: string) => boolean} isWanted asked once, with the content type, when status and headers stand
 * @returns {Promise<{ status: number, headers: import('node:http').OutgoingHttpHeaders, body: Buffer } | undefined>}
 *   undefined: it was not wanted and has gone out as it came, or nobody waits for it any more. Until `release`, the
 *   response stays closed to whoever wrote into it.
 */
export function holdBack(response, isWanted) {
  return new Promise((resolve) => {
    const chunks = []
    let bytes = 0
    let holding // undefined until the first byte
    let html = false

    const letGo = () => {
      holding = false
      release(response)
      resolve(undefined)
      for (const chunk of chunks) response.write(chunk)
    }
    const isHeld = () => {
      if (holding === undefined) {
        const type = String(response.getHeader('content-type') ?? '')
        html = type.startsWith('text/html')
        holding = isWanted(type)
        if (!holding) letGo()
      }
      return holding
    }
    const add = (chunk, encoding) => {
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8'))
      bytes += chunks.at(-1).length
      if (bytes > MOST_BYTES && !html) letGo()
    }

    response.writeHead = (status, ...more) => {
      response.statusCode = status
      const headers = more.find((part) => typeof part === 'object') ?? {}
      for (const [name, value] of Array.isArray(headers) ? pairs(headers) : Object.entries(headers)) {
        if (value !== undefined) response.setHeader(name, value)
      }
      return response
    }
    response.flushHeaders = () => {
      if (!isHeld()) response.flushHeaders()
    }
    response.write = (chunk, encoding, done) => {
      if (!isHeld()) return response.write(chunk, encoding, done)
      add(chunk, encoding)
      const callback = typeof encoding === 'function' ? encoding : done
      if (callback) process.nextTick(callback)
      return true
    }
    response.end = (...parts) => {
      if (!isHeld()) return response.end(...parts)
      const callback = parts.find((part) => typeof part === 'function')
      if (callback) response.once('finish', callback)
      if (parts[0] !== undefined && parts[0] !== null && parts[0] !== callback) add(parts[0], parts[1])
      if (!holding) return response.end()
      // Whoever wrote this believes it sent: what it still says must not reach the client.
      response.write = () => true
      response.end = () => response
      resolve({ status: response.statusCode, headers: response.getHeaders(), body: Buffer.concat(chunks, bytes) })
      return response
    }
    response.once('close', () => resolve(undefined))
  })
}

/** Gives the response its own methods back. @param {import('node:http').ServerResponse} response */
export function release(response) {
  for (const method of METHODS) delete response[method]
}

const pairs = (flat) => Array.from({ length: flat.length / 2 }, (_, index) => [flat[2 * index], flat[2 * index + 1]])
