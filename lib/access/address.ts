import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network somebody asks from, as far as rate limits need to know: an IPv4 address without its last number,
 * the first 56 bits of an IPv6 address (what a household or an office is given).
 * @param forwardedFor the `x-forwarded-for` header. The server in front removes what a stranger wrote into it; its
 *   last entry is then the socket's address, or the one that a trusted proxy saw.
 * @returns undefined for this machine itself, and where no address is known
 */
export function addressPrefix(forwardedFor: string | null): string | undefined {
  const address =
    forwardedFor
      ?.split(',')
      .at(-1)
      ?.trim()
      .replace(/%.*$/, '')
      .replace(/^::ffff:(?=\d+\.)/i, '') ?? ''
  if (isIPv4(address)) return address.startsWith('127.') ? undefined : address.split('.').slice(0, 3).join('.')
  if (!isIPv6(address)) return undefined
  const groups = expanded(address)
  if (groups.slice(0, 7).every((group) => group === 0) && groups[7]! <= 1) return undefined
  return [...groups.slice(0, 3), groups[3]! & 0xff00].map((group) => group.toString(16)).join(':')
}

/** The eight numbers of an IPv6 address, in which `::` stands for as many zeros as are missing. */
function expanded(address: string): number[] {
  const numbers = (text: string | undefined) => (text ? text.split(':').map((group) => Number.parseInt(group, 16)) : [])
  const [head, tail] = address.split('::').map(numbers)
  const zeros = 8 - head!.length - (tail?.length ?? 0)
  return [...head!, ...Array<number>(Math.max(0, zeros)).fill(0), ...(tail ?? [])]
}
