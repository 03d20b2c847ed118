'use client'

import { useEffect, useRef } from 'react'

/**
 * Leads a person to what their action brought about. Put `ref` on it (with tabIndex -1) and call `lead` in the action:
 * once it is there, focus moves to it, so that it is read aloud and the next Tab goes on from it.
 */
export function useOutcome<E extends HTMLElement>() {
  const ref = useRef<E>(null)
  const due = useRef(false)
  useEffect(() => {
    if (!due.current || !ref.current) return
    due.current = false
    ref.current.focus()
  })
  return {
    ref,
    lead: () => {
      due.current = true
    },
  }
}
