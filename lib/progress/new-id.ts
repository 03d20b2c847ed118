/**
 * A uuid v7 (RFC 9562): ids sort as their times do.
 * @param time milliseconds since 1970
 */
export function newId(time: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = ((bytes[8]! & 3) | 8).toString(16)
  const hex = `${time.toString(16).padStart(12, '0')}7${random.slice(13, 16)}${variant}${random.slice(17)}`
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
