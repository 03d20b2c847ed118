import { fill } from '@/lib/i18n/fill'
import { written } from '@/lib/i18n/locales'
import type { Messages } from '@/lib/i18n/messages'
import type { LessonState } from '@/lib/progress/completion'
import { type Share, type Stop, stopOfAll, together } from '@/lib/progress/outline'
import { Segments } from './segments'

export interface ModuleLesson {
  id: string
  module: string
  title: string
  lang: string
  href: string
  state: LessonState
  stop: Stop
  share: Share
}

interface Labels extends Pick<Messages['progress']['learn'], 'states' | 'minutes' | 'shareLeft' | 'hereLeft'> {
  /** By number of lessons. */
  moduleOf: readonly string[]
  skippedSome: readonly string[]
}

interface Props {
  modules: { id: string; title: string; lang: string }[]
  /** Those of the path, in its order. */
  lessons: ModuleLesson[]
  /** Id of the lesson that comes next: its module stands open. */
  next: string | undefined
  labels: Labels
}

/** The path as stops of the one thread: a module each, with its lessons inside. */
export function LearnModules({ modules, lessons, next, labels }: Props) {
  return modules.map(({ id, title, lang }) => {
    const own = lessons.filter(({ module }) => module === id)
    const stops = own.map(({ stop }) => stop)
    const done = own.filter(({ state }) => state === 'done').length
    return own.length === 0 ? null : (
      <li key={id} data-s={stopOfAll(stops)}>
        <details className="mod" open={own.some((lesson) => lesson.id === next)}>
          <summary>
            <span className="t"><bdi {...written(lang)}>{title}</bdi></span>
            <span className="sum">{fill(labels.moduleOf[own.length] ?? '', { done })}</span>
            <Segments stops={stops} />
            <span className="why">{whyOf(own, labels)}</span>
          </summary>
          <ul className="mod-lessons plain">{own.map((lesson) => <Lesson key={lesson.id} lesson={lesson} labels={labels} />)}</ul>
        </details>
      </li>
    )
  })
}

/** What else there is to say of a module: what is left of it, or what was skipped. */
function whyOf(own: readonly ModuleLesson[], labels: Labels): string | undefined {
  const { minutes: count } = together(own.map(({ share }) => share))
  if (own.some(({ stop }) => stop === 'now')) return fill(labels.hereLeft, { count })
  const skipped = own.filter(({ stop }) => stop === 'skip').length
  if (count === 0) return skipped > 0 ? labels.skippedSome[skipped] : undefined
  return fill(own.every(({ state }) => state === 'todo') ? labels.minutes : labels.shareLeft, { count })
}

function Lesson({ lesson: { title, lang, href, state, share }, labels }: { lesson: ModuleLesson; labels: Labels }) {
  return (
    <li>
      <a className="t" href={href}><bdi {...written(lang)}>{title}</bdi></a>
      <span className="sum">
        {/* What is not opened needs no words for eyes: it has nothing but its time. */}
        <span className={state === 'todo' ? 'vh' : undefined}>{labels.states[state]}</span>
        {share.minutes > 0 && <span>{fill(labels.minutes, { count: share.minutes })}</span>}
      </span>
    </li>
  )
}
