import { gzipSync } from 'node:zlib'
import { contexts, listSize, statusListUrl } from './credential'

/**
 * A status list without its proof (W3C Bitstring Status List 1.0): one bit a certificate, set when it was taken back.
 * @param places of the certificates taken back, from 0, within this list
 * @param at in whole seconds, UTC
 */
export function statusListOf(site: string, list: number, places: readonly number[], issuer: string, at: string) {
  const bits = new Uint8Array(listSize / 8)
  for (const place of places) bits[place >> 3]! |= 0x80 >> (place & 7)
  const id = statusListUrl(site, list)
  return {
    '@context': [contexts[0]],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: at,
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipSync(bits).toString('base64url')}`,
    },
  }
}
