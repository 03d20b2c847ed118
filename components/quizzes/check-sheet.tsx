'use client'

import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { fill } from '@/lib/i18n/fill'
import { localeNames, written } from '@/lib/i18n/locales'
import type { PublicItem } from '@/lib/quizzes/sheet'
import type { AskedItem } from '../courses/items/item'
import { ItemInput } from '../courses/items/item-input'
import { RichText, richLine, richWords, type TextPlace } from '../courses/rich-text'
import type { CheckFlowProps } from './check-flow'
import type { KeptCheck } from './kept-check'

interface Props extends CheckFlowProps {
  kept: KeptCheck
  sheet: NonNullable<KeptCheck['sheet']>
  keep: (next: KeptCheck) => void
  busy: boolean
  handIn: () => void
  children: ReactNode
}

/** One question at a time, in any order. An answer is kept as soon as it is given. */
export function CheckSheet({ course, locale, labels, items: itemLabels, kept, sheet, keep, busy, handIn, learnHref, children }: Props) {
  const { items } = sheet
  const at = Math.min(kept.at, items.length - 1)
  const item = items[at]
  const heading = useRef<HTMLHeadingElement>(null)
  const first = useRef(true)
  useEffect(() => {
    if (first.current) first.current = false
    else heading.current?.focus()
  }, [at])
  if (!item) return null
  const place: TextPlace = { locale, course }
  const open = items.flatMap((each, n) => (kept.answers[each.id] === undefined ? [n] : []))
  const go = (next: number) => keep({ ...kept, at: next })
  const last = at === items.length - 1
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!last) go(at + 1)
    else if (open.length > 0) go(open[0] ?? 0)
    else if (!busy) handIn()
  }
  return (
    <form className="stack check-form" onSubmit={submit}>
      <div className="stepline">
        <span className="segs" aria-hidden="true">
          {items.map((each, n) => <i key={each.id} data-s={n === at ? 'now' : kept.answers[each.id] === undefined ? 'todo' : 'done'} />)}
        </span>
        <span className="nowrap">{fill(labels.question, { n: at + 1, total: items.length })}</span>
      </div>
      {sheet.locale !== locale && (
        <p className="note">{fill(labels.otherLanguage, { language: localeNames[locale], shown: localeNames[sheet.locale] })}</p>
      )}
      <h1 className="q" id="question" ref={heading} tabIndex={-1}>
        <span className="vh">{fill(labels.question, { n: at + 1, total: items.length })}. </span>
        <bdi {...written(sheet.locale)}>{item.topic}</bdi>
      </h1>
      <div className="prose" id="stem" {...written(sheet.locale)}><RichText rich={item.stem} {...place} /></div>
      <ItemInput
        key={item.id}
        item={asked(item, place, sheet.locale)}
        questionId="stem"
        value={kept.answers[item.id]}
        onChange={(answer) => keep({ ...kept, answers: { ...kept.answers, [item.id]: answer } })}
        labels={itemLabels}
      />
      {item.critical && <p className="note">{labels.safety}</p>}
      {children}
      {last && open.length > 0 && (
        <p className="note">
          {labels.stillOpen}{' '}
          {open.map((n) => (
            <button className="btn btn-3" type="button" key={n} onClick={() => go(n)}>{fill(labels.openLink, { n: n + 1 })}</button>
          ))}
        </p>
      )}
      <div className="btns">
        <button className="btn" type="submit" aria-disabled={busy || undefined}>
          {busy ? labels.sending : last && open.length === 0 ? labels.finish : last ? fill(labels.openLink, { n: (open[0] ?? 0) + 1 }) : labels.nextQuestion}
        </button>
        {at > 0 && <button className="btn btn-2" type="button" onClick={() => go(at - 1)}>{labels.back}</button>}
        <a className="btn btn-3" href={learnHref}>{labels.stop}</a>
      </div>
      <p className="muted small">{labels.kept}</p>
    </form>
  )
}

const asked = (item: PublicItem, place: TextPlace, lang: string): AskedItem => ({
  kind: item.kind,
  parts: item.parts.map(({ id, text }) => ({ id, text: <bdi {...written(lang)}>{richLine(text, place)}</bdi> })),
  others: item.others?.map(({ id, text }) => ({ id, text: richWords(text) })),
})
