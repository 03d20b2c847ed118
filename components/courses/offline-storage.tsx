'use client'

import { useEffect, useRef, useState } from 'react'
import type { KeptGroup } from '@/lib/courses/offline'
import { fill } from '@/lib/i18n/fill'
import { localeNames } from '@/lib/i18n/locales'
import { type Keeping, keeping, keptNow, removeOffline, removePages } from './offline-store'

export interface StorageLabels {
  course: string
  others: string
  pages: string
  size: string
  remove: string
  removeOf: string
  removeAll: string
  removed: string
  again: string
  empty: string
  looking: string
  /** Above what is kept. */
  text: string
  none: string
  shared: string
}

interface Kept {
  groups: KeptGroup[]
  bytes?: number
}

/** What is kept for use without a network: shown, and removed. */
export function OfflineStorage({ titles, labels }: { titles: Record<string, string>; labels: StorageLabels }) {
  const [possible, setPossible] = useState<Keeping>()
  const [kept, setKept] = useState<Kept>()
  const [removed, setRemoved] = useState(false)
  const status = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    setPossible(keeping())
    void keptNow().then(setKept)
  }, [])
  const remove = async (removing: Promise<void>) => {
    await removing
    setKept(await keptNow())
    setRemoved(true)
    status.current?.focus() // the button that was pressed has gone
  }
  if (possible && possible !== 'possible') return <p>{labels[possible]}</p>
  if (!kept) return <p>{labels.looking}</p>
  return (
    <div className="stack offline-st">
      <p>{kept.groups.length === 0 ? labels.empty : labels.text}</p>
      <Groups groups={kept.groups} titles={titles} labels={labels} remove={(paths) => void remove(removePages(paths))} />
      {kept.bytes !== undefined && kept.groups.length > 0 && (
        <p className="muted">{fill(labels.size, { size: (kept.bytes / 1e6).toFixed(1) })}</p>
      )}
      {kept.groups.length > 0 && (
        <p><button className="btn btn-2" type="button" onClick={() => void remove(removeOffline())}>{labels.removeAll}</button></p>
      )}
      <p role="status" ref={status} tabIndex={-1}>{removed && `${labels.removed} ${labels.again}`}</p>
    </div>
  )
}

interface GroupsProps {
  groups: KeptGroup[]
  titles: Record<string, string>
  labels: StorageLabels
  remove: (paths: string[]) => void
}

function Groups({ groups, titles, labels, remove }: GroupsProps) {
  return (
    <ul className="plain">
      {groups.map(({ locale, course, paths }) => {
        const words = { title: titles[course ?? ''] ?? course ?? '', language: localeNames[locale] }
        const what = fill(course ? labels.course : labels.others, words)
        return (
          <li key={what}>
            <span><bdi>{what}</bdi> <span className="muted">{fill(labels.pages, { count: paths.length })}</span></span>
            <button className="btn btn-2 btn-s" type="button" aria-label={fill(labels.removeOf, { what })} onClick={() => remove(paths)}>
              {labels.remove}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
