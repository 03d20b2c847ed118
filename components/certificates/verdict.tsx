import { type DayWords, writtenDay } from '@/lib/i18n/day'
import { fill } from '@/lib/i18n/fill'
import { localeNames, written } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'
import { circleAlert } from '../ui/form-glyphs'
import { info } from '../ui/glyphs'
import { Icon } from '../ui/icon'
import { badgeCheck } from './glyphs'
import type { Outcome, Shown } from './outcome'

export interface VerdictLabels {
  verdicts: Messages['certificates']['verify']['verdicts']
  facts: Messages['certificates']['verify']['facts']
  signature: string
  /** With `{count}`. */
  minutes: string
}

interface Props {
  outcome: Outcome
  labels: VerdictLabels
  day: DayWords
}

const tones: Record<Outcome['state'], { tone: 'act' | 'plain' | 'fix'; icon: string }> = {
  valid: { tone: 'act', icon: badgeCheck },
  genuine: { tone: 'act', icon: badgeCheck },
  genuineExpired: { tone: 'plain', icon: info },
  expired: { tone: 'plain', icon: info },
  revoked: { tone: 'plain', icon: info },
  unknown: { tone: 'plain', icon: info },
  foreign: { tone: 'plain', icon: info },
  tooMany: { tone: 'plain', icon: info },
  altered: { tone: 'fix', icon: circleAlert },
}

/** What came out of a check, in words first; then what stands on the certificate. */
export function Verdict({ outcome, labels, day }: Props) {
  const { title, text } = labels.verdicts[outcome.state]
  const { tone, icon } = tones[outcome.state]
  return (
    <>
      <section className="verdict" data-tone={tone} data-state={outcome.state} aria-labelledby="verdict">
        <Icon of={icon} />
        <h2 className="h3" id="verdict" tabIndex={-1}>{title}</h2>
        <p>{text}</p>
        {outcome.signed && <p>{labels.signature}</p>}
      </section>
      {outcome.shown && <Facts shown={outcome.shown} labels={labels} day={day} />}
    </>
  )
}

function Facts({ shown, labels, day }: { shown: Shown; labels: VerdictLabels; day: DayWords }) {
  const { facts } = labels
  return (
    <dl className="facts">
      <dt>{facts.name}</dt>
      <dd><bdi>{shown.name}</bdi></dd>
      <dt>{facts.course}</dt>
      <dd><bdi {...written(shown.locale)}>{shown.courseTitle}</bdi></dd>
      <dt>{facts.path}</dt>
      <dd><bdi {...written(shown.locale)}>{shown.pathTitle}</bdi></dd>
      <dt>{facts.issued}</dt>
      <dd>{writtenDay(shown.issuedAt, day)}</dd>
      <dt>{facts.validUntil}</dt>
      <dd>{writtenDay(shown.validUntil, day)}</dd>
      <dt>{facts.time}</dt>
      <dd>{fill(labels.minutes, { count: shown.minutes })}</dd>
      <dt>{facts.version}</dt>
      <dd>{shown.version} · <bdi {...written(shown.locale)}>{localeNames[shown.locale]}</bdi></dd>
    </dl>
  )
}
