'use client'

import { type FormEvent, useEffect } from 'react'
import type { DayWords } from '@/lib/i18n/day'
import type { Locale } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'
import { type ErrorSentences, sentenceOf } from '../ui/form-errors'
import { circleAlert } from '../ui/form-glyphs'
import { Icon } from '../ui/icon'
import { checkBadge, type Checked, checkText } from './check-certificate'
import { camera } from './glyphs'
import { takeFragment, useCheck, useEverythingHere, type Way } from './use-check'
import { Verdict, type VerdictLabels } from './verdict'

export interface VerifyBoxProps {
  locale: Locale
  /** Public keys whose signatures count, as multikeys: with the page, so that it needs no network to check. */
  trusted: string[]
  labels: Messages['certificates']['verify']
  verdict: VerdictLabels
  errors: ErrorSentences
  day: DayWords
}

/** Checks a code, a photographed code or a digital badge. */
export function VerifyBox({ locale, trusted, labels, verdict, errors, day }: VerifyBoxProps) {
  const { busy, run, outcome, troubleOf } = useCheck()
  useEverythingHere()
  useEffect(() => {
    const link = takeFragment()
    if (link) void run('link', () => checkText(link, trusted))
    // Once: the address is clean afterwards.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const sentence = (way: Way) => troubleSentence(troubleOf(way), labels, errors)
  const field = (event: FormEvent<HTMLFormElement>, name: string) => {
    event.preventDefault()
    const text = new FormData(event.currentTarget).get(name)
    return typeof text === 'string' ? text : ''
  }
  return (
    <div className="stack verify">
      {/* Without scripts the same form leads to the page of the code. */}
      <form
        className="stack form"
        method="post"
        action="/api/certificates/open"
        noValidate
        onSubmit={(event) => {
          const text = field(event, 'code')
          void run('code', () => checkText(text, trusted))
        }}
      >
        <input type="hidden" name="locale" value={locale} />
        <div className="field" data-fault={sentence('code') ? '' : undefined}>
          <label htmlFor="code">{labels.code}</label>
          <p className="hint" id="code-hint">{labels.codeHint}</p>
          <Trouble id="code-error" sentence={sentence('code')} />
          <div className="code-row">
            <input
              className="input code-in"
              id="code"
              name="code"
              dir="ltr"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={1000}
              aria-describedby={sentence('code') ? 'code-hint code-error' : 'code-hint'}
              aria-invalid={Boolean(sentence('code')) || undefined}
            />
            <button className="btn" type="submit">{labels.check}</button>
          </div>
        </div>
      </form>
      <p role="status" className="muted">{busy && labels.checking}</p>
      <div aria-live="polite" className="stack">{outcome && <Verdict outcome={outcome} labels={verdict} day={day} />}</div>
      <Trouble sentence={sentence('link')} />
      <div className="js-only stack">
        <PhotoField labels={labels} sentence={sentence('photo')} read={(file) => void run('photo', () => checkPhoto(file, trusted))} />
        <details className="more">
          <summary>{labels.pasteTitle}</summary>
          <form
            className="stack form"
            noValidate
            onSubmit={(event) => {
              const text = field(event, 'badge')
              void run('paste', () => checkBadge(text, trusted))
            }}
          >
            <div className="field" data-fault={sentence('paste') ? '' : undefined}>
              <label htmlFor="badge">{labels.paste}</label>
              <p className="hint" id="badge-hint">{labels.pasteHint}</p>
              <Trouble id="badge-error" sentence={sentence('paste')} />
              <textarea
                className="area"
                id="badge"
                name="badge"
                dir="ltr"
                rows={5}
                spellCheck={false}
                aria-describedby={sentence('paste') ? 'badge-hint badge-error' : 'badge-hint'}
                aria-invalid={Boolean(sentence('paste')) || undefined}
              />
            </div>
            <button className="btn btn-2" type="submit">{labels.pasteCheck}</button>
          </form>
        </details>
      </div>
    </div>
  )
}

interface PhotoFieldProps {
  labels: VerifyBoxProps['labels']
  sentence: string | undefined
  read: (file: File) => void
}

/** A telephone offers its camera here, a computer its files. */
function PhotoField({ labels, sentence, read }: PhotoFieldProps) {
  return (
    <div className="field">
      <label className="btn btn-2" htmlFor="photo">
        <Icon of={camera} />
        {labels.photo}
      </label>
      <input
        className="vh photo-in"
        id="photo"
        type="file"
        accept="image/*"
        aria-describedby={sentence ? 'photo-hint photo-error' : 'photo-hint'}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) read(file)
          // The same picture may be chosen again.
          event.target.value = ''
        }}
      />
      <p className="hint" id="photo-hint">{labels.photoHint}</p>
      <Trouble id="photo-error" sentence={sentence} />
    </div>
  )
}

function Trouble({ id, sentence }: { id?: string; sentence: string | undefined }) {
  if (!sentence) return null
  return (
    <p className="error" id={id} role="alert">
      <Icon of={circleAlert} />
      {sentence}
    </p>
  )
}

async function checkPhoto(file: File, trusted: readonly string[]): Promise<Checked> {
  const { readPhoto } = await import('./read-photo')
  const text = await readPhoto(file)
  return text?.includes('/verify/') ? checkText(text, trusted) : { trouble: 'photo' }
}

function troubleSentence(trouble: string | undefined, labels: VerifyBoxProps['labels'], errors: ErrorSentences): string | undefined {
  if (trouble === undefined) return undefined
  return trouble in labels.problems ? labels.problems[trouble as keyof typeof labels.problems] : sentenceOf(errors, trouble)
}
