import type { ReactNode } from 'react'
import { fill } from '@/lib/i18n/fill'
import { eye, eyeOff, info } from './glyphs'
import { Icon } from './icon'

interface Props {
  /** One factual line. */
  note: string
  labels: { note: string; show: string; hide: string }
  /** Other ways to go on, such as a card to read instead. */
  ways?: ReactNode
  children: ReactNode
}

/** What says in one line what is coming, and keeps it closed until the person opens it. Needs no scripts. */
export function ContentNote({ note, labels, ways, children }: Props) {
  return (
    <>
      <details className="cn">
        <summary className="cn-row">
          <Icon of={info} />
          <span>{fill(labels.note, { note })}</span>
          <span className="show when-shut"><Icon of={eye} />{labels.show}</span>
          <span className="show when-open"><Icon of={eyeOff} />{labels.hide}</span>
        </summary>
        <div className="cn-body">{children}</div>
      </details>
      {ways && <p className="ways">{ways}</p>}
    </>
  )
}
