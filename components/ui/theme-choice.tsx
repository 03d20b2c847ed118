'use client'

import { useEffect, useState } from 'react'

type Theme = 'system' | 'light' | 'dark'
const key = 'haven.theme'

/** Light, dark, or as the device has it. Kept on the device; public/first.js applies it before the first paint. */
export function ThemeChoice({ legend, choices }: { legend: string; choices: Record<Theme, string> }) {
  const [theme, setTheme] = useState<Theme>('system')
  useEffect(() => {
    const kept = document.documentElement.dataset.theme
    if (kept === 'light' || kept === 'dark') setTheme(kept)
  }, [])
  const choose = (next: Theme) => {
    setTheme(next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    try {
      if (next === 'system') localStorage.removeItem(key)
      else localStorage.setItem(key, next)
    } catch {
      // Storage refused (private window): the choice lasts for this page.
    }
  }
  return (
    <fieldset className="theme-choice js-only">
      <legend>{legend}</legend>
      {(Object.keys(choices) as Theme[]).map((name) => (
        <label key={name}>
          <input type="radio" name="theme" value={name} checked={theme === name} onChange={() => choose(name)} />
          <span>{choices[name]}</span>
        </label>
      ))}
    </fieldset>
  )
}
