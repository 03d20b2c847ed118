/** What of a status list credential matters here. */
export interface StatusList {
  id: string
  credentialSubject: { encodedList: string }
}

/**
 * The bit at a place of a status list (W3C Bitstring Status List 1.0), in the browser as on the server.
 * @param list as `/api/certificates/status/…` gave it
 * @param place from 0, the leftmost bit of the first byte
 * @returns whether it is set; undefined when the list cannot be read or has no such place
 */
export async function statusBit({ credentialSubject }: StatusList, place: number): Promise<boolean | undefined> {
  const bytes = await unpacked(credentialSubject.encodedList).catch(() => undefined)
  const byte = bytes?.[place >> 3]
  return byte === undefined ? undefined : (byte & (0x80 >> (place & 7))) !== 0
}

async function unpacked(encoded: string): Promise<Uint8Array> {
  if (!encoded.startsWith('u')) throw new Error('not base64url')
  const text = atob(encoded.slice(1).replaceAll('-', '+').replaceAll('_', '/'))
  const packed = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
