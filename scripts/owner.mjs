import { createHmac, hkdfSync } from 'node:crypto'

/**
 * The name under which a device keeps what belongs to a person, as lib/access/derive.ts makes it; for what acts as a device.
 * @param {string} secret AUTH_SECRET
 * @param {string} personId
 * @returns {string} 22 letters, digits, dashes and underscores
 */
export const ownerOf = (secret, personId) =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', secret, '', 'haven owner', 32)))
    .update(personId).digest().subarray(0, 16).toString('base64url')
