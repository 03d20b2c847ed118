'use client'

import type { Locale } from '@/lib/i18n/locales'
import { fill } from '@/lib/i18n/fill'
import type { Messages } from '@/lib/i18n/messages'
import { CheckResult } from './check-result'
import { CheckSheet } from './check-sheet'
import { useCheck } from './use-check'

export interface CheckFlowProps {
  course: string
  locale: Locale
  /** Questions of a first try. */
  total: number
  learnHref: string
  items: Messages['courses']['blocks']['items']
  labels: Messages['quizzes']['check']
  result: Messages['quizzes']['result']
  /** By noun, as in the message keys that the server answers with. */
  errors: { access: Messages['access']['errors']; quizzes: Messages['quizzes']['errors'] }
}

/** Begin → questions → review → what is still open, in other words. Nothing is lost between any two of them. */
export function CheckFlow(props: CheckFlowProps) {
  const { course, locale, labels } = props
  const { kept, keep, busy, trouble, begin, resume, handIn } = useCheck(course, locale)
  const said = trouble && <p className="note" data-tone="fix" role="alert">{troubleText(props, trouble, Boolean(kept?.sheet))}</p>

  if (kept?.review) return <CheckResult {...props} review={kept.review} busy={busy} again={begin}>{said}</CheckResult>
  if (kept?.sheet)
    return (
      <CheckSheet {...props} kept={kept} sheet={kept.sheet} keep={keep} busy={busy} handIn={handIn}>
        {said}
        {trouble && isGone(trouble) && <button className="btn" type="button" onClick={begin}>{labels.begin}</button>}
      </CheckSheet>
    )
  return (
    <div className="stack">
      <h1 className="h1">{labels.title}</h1>
      <p className="read">{fill(labels.lead, { count: props.total })}</p>
      <p>{labels.rules}</p>
      {said}
      <p>
        <button className="btn" type="button" aria-disabled={busy || undefined} onClick={() => !busy && void (kept ? resume : begin)()}>
          {kept ? labels.resume : labels.begin}
        </button>
      </p>
    </div>
  )
}

/** The server does not know this sheet, so answering on is of no use. */
const isGone = (trouble: string): boolean =>
  trouble === 'access.errors.notFound' || trouble === 'quizzes.errors.notDrawn'

function troubleText({ labels, errors }: CheckFlowProps, trouble: string, hasSheet: boolean): string {
  if (trouble === 'offline') return labels.offline
  if (hasSheet && isGone(trouble)) return errors.quizzes.notDrawn
  const sentences = Object.entries(errors).flatMap(([noun, all]) =>
    Object.entries(all).map(([name, sentence]) => [`${noun}.errors.${name}`, sentence] as const),
  )
  return new Map<string, string>(sentences).get(trouble) ?? labels.failed
}
