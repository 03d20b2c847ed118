'use client'

import { useEffect, useRef, useState } from 'react'
import type { Checked } from './check-certificate'

/** Which of the ways of checking was used last: its trouble stands beside it. */
export type Way = 'code' | 'photo' | 'paste' | 'link'

/** Runs one check at a time and keeps what came of it. An answer that was overtaken by another check is dropped. */
export function useCheck() {
  const [found, setFound] = useState<{ way: Way; checked: Checked }>()
  const [busy, setBusy] = useState<Way>()
  const latest = useRef(0)
  const run = async (way: Way, work: () => Promise<Checked>) => {
    const turn = ++latest.current
    setBusy(way)
    setFound(undefined)
    const checked = await work().catch((): Checked => ({ trouble: 'failed' })) // a part of the program that did not load
    if (turn !== latest.current) return
    setBusy(undefined)
    setFound({ way, checked })
  }
  useEffect(() => {
    if (found && 'state' in found.checked) document.getElementById('verdict')?.focus()
  }, [found])
  return {
    busy,
    run,
    outcome: found && 'state' in found.checked ? found.checked : undefined,
    /** What went wrong on this way, if anything did. */
    troubleOf: (way: Way) => (found?.way === way && 'trouble' in found.checked ? found.checked.trouble : undefined),
  }
}

/**
 * Loads, once the page is at rest, what a check needs: later there may be no network. What does not come now is asked
 * for again when it is needed.
 */
export function useEverythingHere() {
  useEffect(() => {
    const timer = setTimeout(() => {
      const parts = [import('@/lib/certificates/verify-proof'), import('@/lib/certificates/compact'), import('./read-photo'), import('@noble/ed25519')]
      void Promise.allSettled('BarcodeDetector' in globalThis ? parts : [...parts, import('jsqr')])
    }, 1500)
    return () => clearTimeout(timer)
  }, [])
}

/** What stands behind the `#` of the address, read once and taken away from it: it holds the whole certificate. */
export function takeFragment(): string | undefined {
  const address = location.href
  // Short ones are places on the page.
  if (location.hash.length < 100) return undefined
  history.replaceState(history.state, '', location.pathname + location.search)
  return address
}
