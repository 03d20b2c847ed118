import { fill } from '@/lib/i18n/fill'
import { written } from '@/lib/i18n/locales'
import type { LessonState } from '@/lib/progress/completion'
import { type Share, together } from '@/lib/progress/outline'

export interface ModuleLesson {
  id: string
  module: string
  title: string
  lang: string
  href: string
  state: LessonState
  share: Share
}

interface Props {
  modules: { id: string; title: string; lang: string }[]
  /** Those of the path, in its order. */
  lessons: ModuleLesson[]
  labels: { states: Record<LessonState, string>; minutes: string; share: string; shareLeft: string }
}

const threadState: Record<LessonState, string> = { todo: 'todo', started: 'now', done: 'done' }

/** The path by modules: how much of each is done, in words, and its lessons. */
export function LearnModules({ modules, lessons, labels }: Props) {
  return modules.map(({ id, title, lang }) => {
    const own = lessons.filter(({ module }) => module === id)
    const { done, total, minutes } = together(own.map(({ share }) => share))
    return own.length === 0 ? null : (
      <section className="learn-module" key={id} aria-labelledby={`module-${id}`}>
        <h3 className="strong" id={`module-${id}`}><bdi {...written(lang)}>{title}</bdi></h3>
        <p className="muted small row">
          <span>{fill(labels.share, { done, total })}</span>
          {minutes > 0 && <span>{fill(labels.shareLeft, { count: minutes })}</span>}
        </p>
        <ol className="thread mods">
          {own.map((lesson) => (
            <li key={lesson.id} data-s={threadState[lesson.state]}>
              <div className="mod">
                <a className="t" href={lesson.href}><bdi {...written(lesson.lang)}>{lesson.title}</bdi></a>
                <span className="sum">
                  <span>{labels.states[lesson.state]}</span>
                  {lesson.share.minutes > 0 && <span>{fill(labels.minutes, { count: lesson.share.minutes })}</span>}
                </span>
              </div>
            </li>
          ))}
        </ol>
      </section>
    )
  })
}
