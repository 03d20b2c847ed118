import { fill } from '@/lib/i18n/fill'
import { written } from '@/lib/i18n/locales'
import type { ModuleLesson } from './learn-modules'

interface Props {
  lesson: ModuleLesson
  /** The block where this person stopped. */
  place: string | undefined
  blocks: readonly { id: string }[]
  labels: { next: string; resume: string; begin: string; partOf: string; left: string; minutes: string }
}

/** What comes next, at the very block, and how long it takes. */
export function LearnNext({ lesson, place, blocks, labels }: Props) {
  const at = blocks.findIndex(({ id }) => id === place)
  return (
    <section className="resume" aria-labelledby="resume">
      <p className="muted">{labels.next}</p>
      <h2 id="resume"><bdi {...written(lesson.lang)}>{lesson.title}</bdi></h2>
      {at >= 0 && (
        <p>
          {fill(labels.partOf, { n: at + 1, total: blocks.length })} {fill(labels.left, { count: lesson.share.minutes })}
        </p>
      )}
      <p className="btns">
        <a className="btn" href={place ? `${lesson.href}#${place}` : lesson.href}>{place ? labels.resume : labels.begin}</a>
        {at < 0 && <span className="muted">{fill(labels.minutes, { count: lesson.share.minutes })}</span>}
      </p>
    </section>
  )
}
