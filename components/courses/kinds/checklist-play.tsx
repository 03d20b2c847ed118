'use client'

import { useId, useRef, useState } from 'react'
import type { ChecklistBlock } from '@/lib/courses/kinds/checklist'
import { Icon } from '../../ui/icon'
import { copy, lock, printer } from '../../ui/glyphs'
import { isRecord } from '../../ui/is-record'
import type { KindProps } from '../kind-props'
import { useBlock } from '../use-block'
import { useSaved } from '../use-saved'

/** Ticks for one's own service. They stay on the device; the person may print or copy the list. */
export function ChecklistPlay({ block, labels, place }: KindProps<ChecklistBlock>) {
  const id = useId()
  const { tried } = useBlock(place)
  const [ticked, save] = useSaved<Record<string, boolean>>(place, {}, readTicks)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const tick = (check: string, on: boolean) => {
    save({ ...ticked, [check]: on })
    tried()
  }
  const copyList = async () => {
    const lines = [...(list.current?.querySelectorAll('h3, label') ?? [])].map((line) => {
      const box = line.querySelector('input')
      return `${box ? (box.checked ? '☑ ' : '☐ ') : ''}${line.textContent}`
    })
    try {
      await navigator.clipboard.writeText(lines.join('\n'))
      setSaid(labels.copied)
    } catch {
      // The browser, or a rule of the workplace, refuses the clipboard.
      setSaid(labels.notCopied)
    }
  }
  return (
    <div className="scene">
      <div className="scene-in" ref={list}>
        {block.groups.map((group, n) => (
          <div role="group" key={n} aria-labelledby={group.heading ? `${id}-${n}` : `${block.id}-h`}>
            {group.heading && <h3 className="legend" id={`${id}-${n}`}>{group.heading}</h3>}
            {group.checks.map((check) => (
              <label className="check" key={check.id}>
                <input type="checkbox" checked={ticked[check.id] === true} onChange={(event) => tick(check.id, event.target.checked)} />
                <span>{check.text}</span>
              </label>
            ))}
          </div>
        ))}
        <p className="private js-only"><Icon of={lock} />{labels.private}</p>
        <div className="btns js-only">
          <button type="button" className="btn btn-2 btn-s" onClick={() => printAlone(block.id)}><Icon of={printer} />{labels.print}</button>
          <button type="button" className="btn btn-2 btn-s" onClick={copyList}><Icon of={copy} />{labels.copy}</button>
          <span className="hint" role="status">{said}</span>
        </div>
      </div>
    </div>
  )
}

/** Prints one block of the page and nothing else (print.css). */
function printAlone(id: string) {
  const block = document.getElementById(id)
  block?.setAttribute('data-print', '')
  document.documentElement.dataset.print = 'part'
  window.print()
  delete document.documentElement.dataset.print
  block?.removeAttribute('data-print')
}

const readTicks = (kept: unknown): Record<string, boolean> | undefined =>
  isRecord(kept) && Object.values(kept).every((on) => typeof on === 'boolean') ? (kept as Record<string, boolean>) : undefined
