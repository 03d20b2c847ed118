'use client'

import { useEffect, useState } from 'react'
import type { DayWords } from '@/lib/i18n/day'
import type { Outcome } from './outcome'
import { takeFragment } from './use-check'
import { Verdict, type VerdictLabels } from './verdict'

interface Props {
  /** What the server found for the code. */
  looked: Outcome
  trusted: string[]
  day: DayWords
  labels: VerdictLabels
}

/** What the server found; and, when the square code was scanned, whether the paper is what was signed. */
export function SignatureCheck({ looked, trusted, day, labels }: Props) {
  const [outcome, setOutcome] = useState(looked)
  useEffect(() => {
    const link = takeFragment()
    if (link) void checkLink(link, looked, trusted).then(setOutcome)
    // Once: the address is clean afterwards.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <div className="stack" aria-live="polite">
      <Verdict outcome={outcome} labels={labels} day={day} />
    </div>
  )
}

/** An altered paper is that, whatever the server says about its code. */
async function checkLink(link: string, looked: Outcome, trusted: readonly string[]): Promise<Outcome> {
  const [{ unpack }, { verifyProof }] = await Promise.all([
    import('@/lib/certificates/compact'),
    import('@/lib/certificates/verify-proof'),
  ])
  const credential = unpack(link)
  // A fragment that cannot be read at all is one with a changed letter.
  const { state } = credential ? await verifyProof(credential, trusted) : { state: 'altered' as const }
  if (state === 'genuine') return { ...looked, signed: true }
  return { state: state === 'unknown-issuer' ? 'foreign' : 'altered' }
}
