/**
 * Id and time of a new event. The id is a uuid v7 (RFC 9562) of the same millisecond, so ids sort as times do.
 * @param after time of the newest event that is known, ISO, or empty; the new one comes later, also when the clock
 *   was put back
 */
export function stamp(after: string): { id: string; at: string } {
  const time = Math.max(Date.now(), after ? Date.parse(after) + 1 : 0)
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = ((bytes[8]! & 3) | 8).toString(16)
  const hex = `${time.toString(16).padStart(12, '0')}7${random.slice(13, 16)}${variant}${random.slice(17)}`
  return { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), at: new Date(time).toISOString() }
}
