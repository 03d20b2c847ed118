'use client'

import { useEffect, useState } from 'react'
import { headphones } from '../ui/glyphs'
import { Icon } from '../ui/icon'

/** What is read: headings, paragraphs and list items that are open to the eye. Controls and closed parts stay silent. */
const spoken = 'h2, h3, p, li, blockquote, legend, summary'

function visibleTexts(from: string | undefined): string[] {
  const blocks = [...document.querySelectorAll<HTMLElement>('.stops > .block')]
  const start = Math.max(0, blocks.findIndex((block) => block.id === from))
  return blocks.slice(start).flatMap((block) =>
    [...block.querySelectorAll<HTMLElement>(spoken)]
      .filter((element) => element.checkVisibility() && !element.closest('.block-k, noscript') && !element.querySelector(spoken))
      .map((element) => element.innerText.trim())
      .filter(Boolean),
  )
}

/** As chosen in the settings. */
function rate(): number {
  try {
    return Math.min(1.3, Math.max(0.7, Number(localStorage.getItem('haven.rate')) || 1))
  } catch {
    return 1 // storage refused
  }
}

/** Reads the lesson aloud with a voice of the device itself, only when asked. A voice of a far service would be sent the text. */
export function ReadAloud(props: { lang: string; labels: { listen: string; stopListening: string; noVoice: string } }) {
  const { lang, labels } = props
  const [state, setState] = useState<'quiet' | 'reading' | 'noVoice'>('quiet')
  useEffect(() => () => window.speechSynthesis?.cancel(), [])

  const stop = () => {
    window.speechSynthesis.cancel()
    setState('quiet')
  }
  const read = () => {
    const voice = window.speechSynthesis?.getVoices().find((each) => each.localService && each.lang.toLowerCase().startsWith(lang))
    if (!voice) return setState('noVoice')
    const here = document.querySelector('.thread [data-s="now"] a')?.getAttribute('href')?.slice(1)
    const texts = visibleTexts(here)
    texts.forEach((text, n) => {
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.voice = voice
      utterance.lang = voice.lang
      utterance.rate = rate()
      if (n === texts.length - 1) utterance.onend = () => setState('quiet')
      window.speechSynthesis.speak(utterance)
    })
    setState('reading')
  }
  return (
    <>
      <button className="btn btn-2 btn-s" type="button" aria-pressed={state === 'reading'} onClick={state === 'reading' ? stop : read}>
        <Icon of={headphones} />
        {state === 'reading' ? labels.stopListening : labels.listen}
      </button>
      <span role="status" className="small muted">{state === 'noVoice' && labels.noVoice}</span>
    </>
  )
}
