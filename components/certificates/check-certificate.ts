import { normaliseCode } from '@/lib/certificates/code'
import type { CertificateFacts } from '@/lib/certificates/credential'
import { post } from '../ui/post'
import type { Looked, Outcome } from './outcome'

/** A check that came to a verdict, or the reason why not: `code`, `badge`, `photo`, `offline`, `failed`, or a message key. */
export type Checked = Outcome | { trouble: string }

/** What was typed into the field for the code: a code, or the whole address behind the square code. */
export async function checkText(text: string, trusted: readonly string[]): Promise<Checked> {
  if (!text.includes('/verify/')) return checkCode(text)
  const { unpack } = await import('@/lib/certificates/compact')
  const credential = unpack(text)
  return credential ? checkCredential(credential, trusted) : checkCode(/\/verify\/([^/?#\s]+)/.exec(text)?.[1] ?? '')
}

/** The text of a digital badge. */
export async function checkBadge(text: string, trusted: readonly string[]): Promise<Checked> {
  try {
    return await checkCredential(JSON.parse(text), trusted)
  } catch {
    // Torn, or no badge at all.
    return { trouble: 'badge' }
  }
}

async function checkCode(text: string): Promise<Checked> {
  const code = normaliseCode(text)
  if (!code) return { trouble: 'code' }
  const { said, trouble } = await post<Looked>('/api/certificates/verify', { code })
  return said ?? { trouble }
}

/** The signature first, on this device; then, where there is a network, what has become of the certificate since. */
export async function checkCredential(credential: unknown, trusted: readonly string[]): Promise<Checked> {
  const { verifyProof } = await import('@/lib/certificates/verify-proof')
  const verdict = await verifyProof(credential, trusted)
  if (verdict.state === 'unreadable') return { trouble: 'badge' }
  if (verdict.state !== 'genuine') return { state: verdict.state === 'altered' ? 'altered' : 'foreign' }
  const looked = await post<Looked>('/api/certificates/verify', { code: verdict.facts.code })
  if (!looked.said) return alone(verdict.facts)
  const { state, shown } = looked.said
  return { state, shown: shown ?? (state === 'valid' || state === 'expired' ? verdict.facts : undefined), signed: true }
}

/** What the signature and the day tell without the server. */
const alone = (facts: CertificateFacts): Outcome => ({
  state: Date.parse(facts.validUntil) <= Date.now() ? 'genuineExpired' : 'genuine',
  shown: facts,
})
