'use client'

import { useEffect, useState } from 'react'
import { aLargeSmall, printer } from '../ui/glyphs'
import { Icon } from '../ui/icon'
import { ReadAloud } from './read-aloud'

type Size = 'normal' | 'large' | 'larger'
const key = 'haven.text'

export interface LessonToolLabels {
  listen: string
  stopListening: string
  noVoice: string
  textSize: string
  sizes: Record<Size, string>
  print: string
}

/** Listen, text size, print. Each is a help, none is needed to read. */
export function LessonTools({ lang, labels }: { lang: string; labels: LessonToolLabels }) {
  return (
    <div className="tools js-only">
      <ReadAloud lang={lang} labels={labels} />
      <TextSize labels={labels} />
      <button className="btn btn-2 btn-s wide-only" type="button" onClick={() => window.print()}>
        <Icon of={printer} />
        {labels.print}
      </button>
    </div>
  )
}

function TextSize({ labels }: { labels: LessonToolLabels }) {
  const [size, setSize] = useState<Size>('normal')
  useEffect(() => {
    const kept = document.documentElement.dataset.text
    if (kept === 'large' || kept === 'larger') setSize(kept)
  }, [])
  const choose = (next: Size) => {
    setSize(next)
    if (next === 'normal') delete document.documentElement.dataset.text
    else document.documentElement.dataset.text = next
    try {
      if (next === 'normal') localStorage.removeItem(key)
      else localStorage.setItem(key, next)
    } catch {
      // Storage refused: the size lasts for this page.
    }
  }
  return (
    <details className="menu menu-start">
      <summary className="btn btn-2 btn-s">
        <Icon of={aLargeSmall} />
        {labels.textSize}
      </summary>
      <fieldset className="menu-list">
        <legend className="vh">{labels.textSize}</legend>
        {(Object.keys(labels.sizes) as Size[]).map((name) => (
          <label className="menu-choice" key={name}>
            <input type="radio" name="text-size" checked={size === name} onChange={() => choose(name)} />
            <span>{labels.sizes[name]}</span>
          </label>
        ))}
      </fieldset>
    </details>
  )
}
