'use client'

import { useCallback, useEffect, useState } from 'react'
import type { listCertificates } from '@/lib/certificates/queries'
import { get } from '../ui/post'

/** A certificate of one's own, as GET /api/certificates lists it. */
export type OwnCertificateFacts = Awaited<ReturnType<typeof listCertificates>>[number]

/**
 * The certificates of whoever is signed in.
 * @param owner of account.ts; without one nothing is asked
 * @returns `trouble`: as post.ts says it; `access.errors.signIn` when the session has ended
 */
export function useOwn(owner: string | undefined) {
  const [own, setOwn] = useState<{ certificates?: OwnCertificateFacts[]; trouble?: string }>({})
  const reload = useCallback(async () => {
    const { said, trouble } = await get<{ certificates: OwnCertificateFacts[] }>('/api/certificates')
    // What was shown before stays when the next answer does not come.
    setOwn((before) => (said ? { certificates: said.certificates } : { ...before, trouble: trouble ?? 'failed' }))
  }, [])
  useEffect(() => {
    setOwn({})
    if (owner) void reload()
  }, [owner, reload])
  return { ...own, reload }
}
