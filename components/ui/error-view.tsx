'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}
/** The shell carries the sentences in the page's language, because when this is shown nothing can be asked any more. */
const sentences = () => document.getElementById('on-error')

/** What a person sees when we failed: what happened, that nothing was lost, and the next step. */
export function ErrorView({ reset }: { reset: () => void }) {
  const t = useSyncExternalStore(never, sentences, () => null)?.dataset
  return (
    <main id="main" className="page wrap stack narrow" tabIndex={-1}>
      <h1 className="h1">{t?.title}</h1>
      <p className="read">{t?.text}</p>
      <p><button className="btn" type="button" onClick={reset}>{t?.again}</button></p>
    </main>
  )
}
