import { urlFrom } from '../url-from'

/**
 * Whether a request that writes came from a page of this site. Browsers name the origin of every such request, and Next
 * itself lets one pass that names none, or whose forwarded host was made up to fit.
 * @param publicUrl the setting PUBLIC_URL; behind a proxy that changes the Host header it must be set
 */
export function isOwnOrigin(headers: Pick<Headers, 'get'>, publicUrl: string | undefined): boolean {
  const from = urlFrom(headers.get('origin') ?? '')
  if (!from) return false
  if (publicUrl) return from.origin === new URL(publicUrl).origin
  return /^https?:$/.test(from.protocol) && from.host === headers.get('host')?.toLowerCase()
}
