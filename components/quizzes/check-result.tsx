'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { fill } from '@/lib/i18n/fill'
import { href, lessonPath } from '@/lib/i18n/href'
import type { Review, ReviewItem } from '@/lib/quizzes/review'
import { RichText, richLine, type TextPlace } from '../courses/rich-text'
import type { CheckFlowProps } from './check-flow'

interface Props extends CheckFlowProps {
  review: Review
  busy: boolean
  again: () => void
  children: ReactNode
}

/** What the answers did, what to read again and where, and the way on. No score to keep, no red. */
export function CheckResult({ review, course, locale, labels, result, learnHref, busy, again, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const place: TextPlace = { locale, course }
  const look = review.items.filter((item) => !item.right)
  const well = review.items.filter((item) => item.right)
  const fits = fill(result.nearText, { fits: review.fits, of: review.of })
  return (
    <div className="stack">
      <h1 className="h1" ref={heading} tabIndex={-1}>{review.passed ? result.passed : fill(result.near, { count: review.open })}</h1>
      <p className="read">
        {review.passed ? fill(result.passedText, { fits: review.fits, of: review.of }) : fits}{' '}
        {!review.passed && (review.enough ? result.enough : fill(result.more, { needed: review.needed, of: review.of }))}
      </p>
      <Dots items={review.items} fits={well.length} look={look.length} count={result.count} />
      {look.length > 0 && (
        <section aria-labelledby="look">
          <h2 className="h3" id="look">{result.lookTitle}</h2>
          <ul className="review">
            {look.map((item) => <ReviewRow key={item.id} item={item} place={place} result={result} />)}
          </ul>
        </section>
      )}
      {well.length > 0 && (
        <section aria-labelledby="well">
          <h2 className="h3" id="well">{result.wellTitle}</h2>
          <ul className="well">{well.map((item) => <li key={item.id}>{item.topic}</li>)}</ul>
        </section>
      )}
      {children}
      <div className="btns">
        {review.passed
          ? <a className="btn" href={`${learnHref}#commitment`}>{result.toLearn}</a>
          : <button className="btn" type="button" aria-disabled={busy || undefined} onClick={again}>{labels.again}</button>}
        <a className="btn btn-2" href={learnHref}>{labels.stop}</a>
      </div>
      {!review.passed && <p className="muted">{labels.againNote}</p>}
      <p className="muted small">{result.anyTime}</p>
    </div>
  )
}

interface DotsProps {
  items: ReviewItem[]
  fits: number
  look: number
  count: Props['result']['count']
}

/** The questions of this try in a row, for the eye only; the same in words below, which is also the key. */
const Dots = ({ items, fits, look, count }: DotsProps) => (
  <figure>
    <ul className="plain stops12" aria-hidden="true">
      {items.map((item, n) => <li key={item.id} data-s={item.right ? 'fits' : 'look'}><i />{n + 1}</li>)}
    </ul>
    <figcaption className="row small stops12-key">
      <span data-s="fits"><i aria-hidden="true" />{fill(count.fits, { count: fits })}</span>
      <span data-s="look"><i aria-hidden="true" />{fill(count.look, { count: look })}</span>
    </figcaption>
  </figure>
)

function ReviewRow({ item, place, result }: { item: ReviewItem; place: TextPlace; result: Props['result'] }) {
  return (
    <li>
      <p className="strong">{item.topic}</p>
      {item.feedback.map(({ text, feedback }, n) => (
        <div className="after" key={n}>
          <p className="muted">{richLine(text, place)}</p>
          <RichText rich={feedback} {...place} />
        </div>
      ))}
      {item.feedback.length === 0 && <p className="muted">{result.noAnswer}</p>}
      {item.reread && (
        <p className="row">
          <span className="muted small">{fill(result.from, { lesson: item.reread.title })}</span>
          <a className="btn btn-2 btn-s" href={href(place.locale, lessonPath(place.course, item.reread.lesson, item.reread.block))}>
            {result.openPart}
          </a>
        </p>
      )}
    </li>
  )
}
