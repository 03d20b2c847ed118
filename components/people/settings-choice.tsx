'use client'

import { useEffect, useState } from 'react'

interface Props {
  /** Kept on the device as `haven.<setting>`. What public/first.js puts on the page takes effect at once. */
  setting: 'text' | 'theme' | 'rate'
  legend: string
  hint?: string
  /** Value and label; '' is what a device without a choice has, and is kept by keeping nothing. */
  choices: [string, string][]
}

const shown = (setting: Props['setting']) => setting !== 'rate'

/** What holds on this page; with storage refused, that is more than what is kept. */
function read(setting: Props['setting']): string {
  if (shown(setting)) return document.documentElement.dataset[setting] ?? ''
  try {
    return localStorage.getItem(`haven.${setting}`) ?? ''
  } catch {
    return ''
  }
}

function write(setting: Props['setting'], value: string): void {
  const { dataset } = document.documentElement
  if (shown(setting)) {
    if (value) dataset[setting] = value
    else delete dataset[setting]
  }
  try {
    if (value) localStorage.setItem(`haven.${setting}`, value)
    else localStorage.removeItem(`haven.${setting}`)
  } catch {
    // Storage refused (private window): the choice lasts for this page.
  }
}

/** One of a few ways in which this device shows or reads pages. It is taken at once, so there is nothing to save. */
export function SettingsChoice({ setting, legend, hint, choices }: Props) {
  const [chosen, setChosen] = useState('')
  useEffect(() => setChosen(read(setting)), [setting])
  const choose = (value: string) => {
    setChosen(value)
    write(setting, value)
  }
  const known = choices.some(([value]) => value === chosen) ? chosen : ''
  return (
    <fieldset className="settings-choice js-only" aria-describedby={hint && `${setting}-hint`}>
      <legend className="legend">{legend}</legend>
      {hint && <p className="hint" id={`${setting}-hint`}>{hint}</p>}
      {choices.map(([value, label]) => (
        <label key={value} className="check">
          <input type="radio" name={`settings-${setting}`} value={value} checked={known === value} onChange={() => choose(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
