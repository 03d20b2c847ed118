import { fill } from '@/lib/i18n/fill'
import { written } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'
import { partStops } from '@/lib/progress/outline'
import type { LessonProgress } from '@/lib/progress/reduce'
import { arrowRight } from '../ui/glyphs'
import { Icon } from '../ui/icon'
import type { LearnRow } from './learn-plan'
import { Segments } from './segments'

interface Props {
  lesson: LearnRow
  progress: LessonProgress | undefined
  /** Nothing at all was done so far. */
  first: boolean
  labels: Pick<
    Messages['progress']['learn'],
    'next' | 'stopped' | 'resume' | 'begin' | 'start' | 'restart' | 'partOf' | 'left' | 'minutes'
  >
}

/** The lesson that comes next, at the very block, and how long it takes. */
export function LearnNext({ lesson, progress, first, labels }: Props) {
  const { state, share, blocks, href } = lesson
  const place = progress?.lastBlock
  const at = blocks.findIndex(({ id }) => id === place)
  const stopped = state === 'started'
  return (
    <section className="resume" aria-labelledby="resume">
      <div>
        <p className="row muted">{stopped && <i className="here" aria-hidden="true" />}{stopped ? labels.stopped : labels.next}</p>
        <h2 id="resume"><bdi {...written(lesson.lang)}>{lesson.title}</bdi></h2>
        <p>{fill(stopped ? labels.left : labels.minutes, { count: share.minutes })}</p>
      </div>
      {at >= 0 && (
        <p className="row resume-parts">
          <Segments stops={partStops(lesson, progress, place)} />
          <span className="small">{fill(labels.partOf, { n: at + 1, total: blocks.length })}</span>
        </p>
      )}
      <p className="btns">
        <a className="btn" href={place ? `${href}#${place}` : href}>
          {stopped ? labels.resume : first ? labels.begin : labels.start}
          <Icon of={arrowRight} flip />
        </a>
        {/* With a place in the address the lesson does not lead back to where it was left. */}
        {stopped && <a className="link" href={`${href}#main`}>{labels.restart}</a>}
      </p>
    </section>
  )
}

interface StepProps {
  title: string
  go: string
  href: string
  labels: { next: string }
}

/** What comes next when all lessons are done. */
export function NextStep({ title, go, href, labels }: StepProps) {
  return (
    <section className="resume" aria-labelledby="resume">
      <div>
        <p className="muted">{labels.next}</p>
        <h2 id="resume">{title}</h2>
      </div>
      <p className="btns"><a className="btn" href={href}>{go}<Icon of={arrowRight} flip /></a></p>
    </section>
  )
}
