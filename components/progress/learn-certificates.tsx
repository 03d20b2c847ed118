'use client'

import { useEffect } from 'react'
import { type DayWords, writtenDay } from '@/lib/i18n/day'
import { fill } from '@/lib/i18n/fill'
import type { Messages } from '@/lib/i18n/messages'
import { download } from '../certificates/glyphs'
import { useOwn } from '../certificates/use-own'
import { Icon } from '../ui/icon'

export type OwnCertificates = ReturnType<typeof useOwn>

/**
 * The certificates of whoever is signed in, also after a way back to this page from where one was claimed.
 * @param owner of account.ts
 */
export function useLatestOwn(owner: string | undefined): OwnCertificates {
  const own = useOwn(owner)
  const { reload } = own
  useEffect(() => {
    const again = ({ persisted }: PageTransitionEvent) => void (persisted && owner && reload())
    addEventListener('pageshow', again)
    return () => removeEventListener('pageshow', again)
  }, [owner, reload])
  return own
}

export interface CertificateLabels {
  learn: Pick<Messages['progress']['learn'], 'certificates' | 'certificateOpen' | 'certificateNeeds'>
  own: Pick<Messages['certificates']['own'], 'title' | 'loading' | 'failed' | 'offline' | 'states' | 'pdf' | 'claimText'>
  day: DayWords
}

interface Props {
  own: OwnCertificates
  signedIn: boolean
  certificatesHref: string
  /** The course at hand, while it has no certificate. `left`: in a few words, until it is finished. */
  open: { title: string; lang: string; left?: string | undefined } | undefined
  labels: CertificateLabels
}

/** What somebody has to show for it; without an account only what that takes. */
export function LearnCertificates({ own: { certificates, trouble }, signedIn, certificatesHref, open, labels }: Props) {
  const { learn, own, day } = labels
  const live = certificates?.filter(({ state }) => state !== 'revoked') ?? []
  const waiting = !trouble ? own.loading : trouble === 'offline' ? own.offline : own.failed
  // After the end of a session the page says elsewhere how to go on.
  const known = signedIn && trouble !== 'access.errors.signIn'
  return (
    <section aria-labelledby="certificates">
      <h2 className="h3" id="certificates">{learn.certificates}</h2>
      {!known && <p className="muted">{learn.certificateNeeds}</p>}
      {known && !certificates && <p className="muted">{waiting}</p>}
      {known && certificates && (
        <ul className="lines plain">
          {live.map(({ code, title, pathTitle, state, validUntil }) => (
            <li key={code}>
              <p className="strong" id={`certificate-${code}`}><bdi>{title}</bdi></p>
              <p className="muted small">
                <bdi>{pathTitle}</bdi> · {fill(own.states[state], { day: writtenDay(validUntil, day) })}
              </p>
              <a className="btn btn-2 btn-s" href={`/api/certificates/${code}/pdf`} download="certificate.pdf" aria-describedby={`certificate-${code}`}>
                <Icon of={download} />{own.pdf}
              </a>
            </li>
          ))}
          {open && (
            <li>
              <p className="strong"><bdi lang={open.lang}>{open.title}</bdi></p>
              <p className="muted small">{open.left ? learn.certificateOpen : own.claimText}</p>
              {open.left && <span className="tag">{open.left}</span>}
            </li>
          )}
        </ul>
      )}
      <p><a className="link" href={certificatesHref}>{own.title}</a></p>
    </section>
  )
}
