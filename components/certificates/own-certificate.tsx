'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { groupedCode } from '@/lib/certificates/code'
import { writtenDay } from '@/lib/i18n/day'
import { fill } from '@/lib/i18n/fill'
import { href } from '@/lib/i18n/href'
import { useAccount } from '../people/account'
import { Icon } from '../ui/icon'
import { download } from './glyphs'
import type { OwnProps } from './own-certificates'
import { ReissueForm } from './reissue-form'
import type { OwnCertificateFacts } from './use-own'
import { WithdrawForm } from './withdraw-form'

export interface OwnCertificateProps extends OwnProps {
  certificate: OwnCertificateFacts
  /** Something was done to it: what to tell. */
  changed: (news: string) => void
}

/** One certificate that was not taken back: what it says, where it goes, and the two things that can be done to it. */
export function OwnCertificate(props: OwnCertificateProps) {
  const { certificate, labels, day } = props
  const isShared = useAccount()?.kind === 'shared'
  const [open, setOpen] = useState<'reissue' | 'withdraw'>()
  const left = useRef<typeof open>(undefined)
  const id = useId()
  const { code, title, state } = certificate
  const close = () => {
    left.current = open
    setOpen(undefined)
  }
  // The button that closed it is gone: the keyboard goes on where it came from.
  useEffect(() => {
    if (!open && left.current) document.getElementById(`${id}-${left.current}`)?.focus()
  }, [open, id])
  const path = `/api/certificates/${code}`
  return (
    <article className="panel stack" aria-labelledby={id}>
      <header className="row row-between">
        <h3 className="h3" id={id}><bdi>{title}</bdi></h3>
        <p className="tag" data-tone={state === 'valid' ? 'act' : undefined}>
          {fill(labels.states[state], { day: writtenDay(certificate.validUntil, day) })}
        </p>
      </header>
      <Facts {...props} />
      {state === 'expired' && <p>{labels.expiredText}</p>}
      <p className="btns">
        <a className="btn" href={`${path}/pdf`} download="certificate.pdf"><Icon of={download} />{labels.pdf}</a>
        <a className="btn btn-2" href={`${path}/badge`} download="certificate.json"><Icon of={download} />{labels.badge}</a>
      </p>
      <p className="hint">{labels.badgeHint}</p>
      {isShared && <p className="hint">{labels.sharedFile}</p>}
      <CheckLink {...props} />
      {!open && (
        <p className="btns certificate-ways">
          <button className="link" type="button" id={`${id}-reissue`} onClick={() => setOpen('reissue')}>{labels.reissue}</button>
          <button className="link" type="button" id={`${id}-withdraw`} onClick={() => setOpen('withdraw')}>{labels.withdraw}</button>
        </p>
      )}
      {open === 'reissue' && <ReissueForm {...props} close={close} />}
      {open === 'withdraw' && <WithdrawForm {...props} close={close} />}
    </article>
  )
}

function Facts({ certificate, labels, day }: OwnCertificateProps) {
  return (
    <dl className="facts">
      <dt>{labels.nameOn}</dt>
      <dd><bdi>{certificate.name}</bdi></dd>
      <dt>{labels.pathOn}</dt>
      <dd><bdi>{certificate.pathTitle}</bdi></dd>
      <dt>{labels.issuedOn}</dt>
      <dd>{writtenDay(certificate.issuedAt, day)}</dd>
      <dt>{labels.codeOn}</dt>
      <dd><bdi className="code" dir="ltr">{groupedCode(certificate.code)}</bdi></dd>
    </dl>
  )
}

/** The address that somebody may be given. */
function CheckLink({ certificate, locale, labels }: OwnCertificateProps) {
  const id = useId()
  const [said, say] = useState('')
  const link = `${location.origin}${href(locale, `/verify/${certificate.code}`)}`
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => say(labels.copied),
      () => say(labels.copyFailed),
    )
  return (
    <div className="field">
      <label htmlFor={id}>{labels.link}</label>
      <p className="hint" id={`${id}-hint`}>{labels.linkHint}</p>
      <div className="code-row">
        <input className="input" id={id} dir="ltr" readOnly value={link} aria-describedby={`${id}-hint`} onFocus={(event) => event.target.select()} />
        <button className="btn btn-2" type="button" onClick={() => void copy()}>{labels.copy}</button>
      </div>
      <p className="hint" role="status">{said}</p>
    </div>
  )
}
