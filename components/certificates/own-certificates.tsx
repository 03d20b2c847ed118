'use client'

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { groupedCode } from '@/lib/certificates/code'
import type { DayWords } from '@/lib/i18n/day'
import { href } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'
import { useAccount, useMe } from '../people/account'
import type { ErrorSentences } from '../ui/form-errors'
import { Claim, type ClaimCourse } from './claim'
import { claimOf } from './claim-form'
import { OwnCertificate } from './own-certificate'
import { answered } from './request-id'
import { type OwnCertificateFacts, useOwn } from './use-own'

export interface OwnProps {
  locale: Locale
  labels: Messages['certificates']['own']
  errors: ErrorSentences
  day: DayWords
}

const never = () => () => undefined

/** Whether the page has come to life: who is signed in is known only then. */
const useAlive = () => useSyncExternalStore(never, () => true, () => false)

/** What somebody has, and what they may claim; or why an account is needed here. */
export function OwnCertificates({ course, ...props }: OwnProps & { course: ClaimCourse }) {
  const { locale, labels } = props
  const alive = useAlive()
  const account = useAccount()
  const me = useMe()
  const { certificates, trouble, reload } = useOwn(account?.owner)
  const [news, tell] = useNews()
  const live = certificates?.filter(({ state }) => state !== 'revoked') ?? []
  const has = live.some(({ courseId }) => courseId === course.id)
  // Also an answer that was lost: once this one is taken back, the next claim is another request.
  useEffect(() => {
    if (has) for (const { id } of course.paths) answered(claimOf(course.id, id))
  }, [has, course])
  if (!alive) return <p className="muted">{labels.loading}</p>
  if (!account || me === 'nobody' || trouble === 'access.errors.signIn') return <SignedOut locale={locale} labels={labels} />
  if (!certificates) return <Waiting trouble={trouble} labels={labels} retry={reload} />
  const changed = (sentence: string) => {
    tell(sentence)
    void reload()
  }
  const gone = certificates.filter(({ state }) => state === 'revoked')
  return (
    <div className="stack certificates">
      <p className="note" data-tone="act" role="status" tabIndex={-1} ref={news.ref} hidden={!news.text}>{news.text}</p>
      {certificates.length === 0 && <p>{labels.none}</p>}
      {live.length > 0 && (
        <section className="stack" aria-labelledby="list">
          <h2 className="h3" id="list">{labels.list}</h2>
          {live.map((certificate) => <OwnCertificate key={certificate.code} {...props} certificate={certificate} changed={changed} />)}
        </section>
      )}
      {/* The form takes the name that is set in the account, so it waits for it. */}
      {me !== undefined && !has && (
        <Claim {...props} course={course} name={(typeof me === 'object' && me.name) || ''} claimed={changed} />
      )}
      {gone.length > 0 && <TakenBack labels={labels} certificates={gone} />}
    </div>
  )
}

/** Nothing can be done with them any more, and a name that somebody has left behind is not put before their eyes again. */
function TakenBack({ labels, certificates }: Pick<OwnProps, 'labels'> & { certificates: readonly OwnCertificateFacts[] }) {
  return (
    <details className="more">
      <summary>{labels.states.revoked}: {certificates.length}</summary>
      <div className="stack more-text">
        <p>{labels.revokedText}</p>
        <ul className="stack">
          {certificates.map(({ code, title, pathTitle }) => (
            <li key={code}>
              <bdi>{title}</bdi> · <bdi>{pathTitle}</bdi>
              <br />
              <bdi className="code" dir="ltr">{groupedCode(code)}</bdi>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

/** The newest thing that was done, said and reached by the keyboard: the button that did it may be gone. */
function useNews() {
  const ref = useRef<HTMLParagraphElement>(null)
  const [news, setNews] = useState({ text: '', count: 0 })
  useEffect(() => {
    if (news.text) ref.current?.focus()
  }, [news])
  return [{ text: news.text, ref }, (text: string) => setNews(({ count }) => ({ text, count: count + 1 }))] as const
}

function SignedOut({ locale, labels }: Pick<OwnProps, 'locale' | 'labels'>) {
  return (
    <section className="panel stack" aria-labelledby="signed-out">
      <h2 className="h3" id="signed-out">{labels.signedOut}</h2>
      <p>{labels.signedOutText}</p>
      <a className="btn" href={href(locale, '/sign-in')}>{labels.signIn}</a>
    </section>
  )
}

interface WaitingProps {
  trouble: string | undefined
  labels: OwnProps['labels']
  retry: () => Promise<void>
}

function Waiting({ trouble, labels, retry }: WaitingProps) {
  if (!trouble) return <p className="muted" role="status">{labels.loading}</p>
  return (
    <div className="note" data-tone="now" role="status">
      <p>{trouble === 'offline' ? labels.offline : labels.failed}</p>
      <button className="btn btn-2" type="button" onClick={() => void retry()}>{labels.retry}</button>
    </div>
  )
}
