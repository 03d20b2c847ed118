'use client'

import { useEffect, useState } from 'react'
import { fill } from '@/lib/i18n/fill'
import { smartphone } from '../ui/glyphs'
import { Icon } from '../ui/icon'
import { keeping, keepPages, keptPaths } from './offline-store'

export interface DownloadLabels {
  start: string
  goOn: string
  again: string
  some: string
  working: string
  done: string
  stopped: string
  failed: string
  none: string
  shared: string
}

type State = 'looking' | 'some' | 'working' | 'done' | 'stopped' | 'failed' | 'none' | 'shared'

/** Keeps a whole course on this device. What is there already is counted, so it can be cut and gone on with. */
export function OfflineDownload({ paths, labels }: { paths: string[]; labels: DownloadLabels }) {
  const [state, setState] = useState<State>('looking')
  const [done, setDone] = useState(0)
  useEffect(() => {
    void look()
    async function look() {
      const possible = keeping()
      if (possible !== 'possible') return setState(possible)
      const kept = new Set(await keptPaths())
      const here = paths.filter((path) => kept.has(path)).length
      setDone(here)
      setState((before) => (before !== 'looking' ? before : here === paths.length ? 'done' : 'some'))
    }
  }, [paths])

  const start = async () => {
    const kept = new Set(await keptPaths())
    const missing = paths.filter((path) => !kept.has(path))
    // All here: then it is about the newest version, page by page.
    const wanted = missing.length > 0 ? missing : paths
    const before = paths.length - wanted.length
    setDone(before)
    setState('working')
    const count = await keepPages(wanted, (now) => setDone(before + now))
    if (count === 'none') return setState('none')
    setDone(missing.length > 0 ? before + count : paths.length)
    if (count === wanted.length) return setState('done')
    setState(navigator.onLine ? 'failed' : 'stopped')
  }

  const press = { looking: labels.start, some: labels.start, working: labels.start, stopped: labels.goOn, failed: labels.goOn, done: labels.again }
  return (
    <div className="stack offline-dl">
      {state !== 'none' && state !== 'shared' && (
        <p>
          <button
            className={state === 'done' ? 'btn btn-2' : 'btn'}
            type="button"
            aria-disabled={state === 'working' || state === 'looking'}
            onClick={() => {
              if (state !== 'working' && state !== 'looking') void start()
            }}
          >
            <Icon of={smartphone} />
            {press[state]}
          </button>
        </p>
      )}
      {state === 'working' && <progress max={paths.length} value={done} aria-label={labels.start} />}
      <p role="status" data-state={state}>
        {state === 'looking' || (state === 'some' && done === 0) ? '' : fill(labels[state], { done, total: paths.length })}
      </p>
    </div>
  )
}
