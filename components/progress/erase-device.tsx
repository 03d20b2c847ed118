'use client'

import { useEffect, useRef, useState } from 'react'
import { removeOffline } from '../courses/offline-store'
import { eraseStores } from './erase-stores'
import { useWho } from './sync-state'

// Kept outside the database: what public/first.js and the reading voice use.
const choices = ['theme', 'text', 'rate'] as const

/** Takes back how the page looks: it tells that somebody has been here. */
function forgetChoices() {
  for (const name of choices) {
    delete document.documentElement.dataset[name]
    try {
      localStorage.removeItem(`haven.${name}`)
    } catch {
      // Storage refused: nothing was kept there.
    }
  }
}

interface Props {
  labels: { erase: string; text: string; account: string; yes: string; no: string; erased: string }
}

/** Removes everything this site keeps on the device, after one clear question. */
export function EraseDevice({ labels }: Props) {
  const [state, setState] = useState<'quiet' | 'asked' | 'erased'>('quiet')
  const signedIn = Boolean(useWho())
  const before = useRef(state)
  const ask = useRef<HTMLButtonElement>(null)
  const no = useRef<HTMLButtonElement>(null)
  const said = useRef<HTMLParagraphElement>(null)
  // The button that was pressed is gone: the keyboard goes on here. Asked, Enter gives the harmless answer.
  useEffect(() => {
    if (state !== before.current) ({ quiet: ask, asked: no, erased: said })[state].current?.focus()
    before.current = state
  }, [state])
  const yes = async () => {
    forgetChoices()
    await Promise.all([eraseStores(), removeOffline()])
    setState('erased')
  }
  return (
    <section className="panel stack erase">
      {state === 'quiet' && (
        <p><button className="btn btn-2" type="button" ref={ask} onClick={() => setState('asked')}>{labels.erase}</button></p>
      )}
      {state === 'asked' && (
        <>
          <p>{labels.text}</p>
          {signedIn && <p>{labels.account}</p>}
          <p className="btns">
            <button className="btn btn-fix" type="button" onClick={yes}>{labels.yes}</button>
            <button className="btn btn-2" type="button" ref={no} onClick={() => setState('quiet')}>{labels.no}</button>
          </p>
        </>
      )}
      <p role="status" tabIndex={-1} ref={said}>{state === 'erased' && labels.erased}</p>
    </section>
  )
}
