'use client'

import { completion, type LessonState, type PlannedLesson } from '@/lib/progress/completion'
import { fill } from '@/lib/i18n/fill'
import { written } from '@/lib/i18n/locales'
import { CommitmentForm, type CommitmentLabels } from './commitment-form'
import { useCheckPassed, useNote } from './use-device'
import { useProgress } from './use-progress'

interface LearnLesson extends PlannedLesson {
  title: string
  lang: string
  minutes: string
  href: string
}

interface Props {
  course: string
  checkHref: string
  lessons: LearnLesson[]
  paths: { id: string; title: string; lang: string; lessons: string[] }[]
  labels: {
    resume: string
    begin: string
    choosePath: string
    states: Record<LessonState, string>
    doneOf: string
    check: string
    checkOpen: string
    checkPassed: string
    complete: string
    completeText: string
    notSaved: string
    commitment: CommitmentLabels
  }
}

const threadState: Record<LessonState, string> = { todo: 'todo', started: 'now', done: 'done' }

/** Where this device is on the chosen path, what comes next, and what is left before the course is finished. */
export function LearnPlan({ course, checkHref, lessons, paths, labels }: Props) {
  const { progress, persistent } = useProgress(course)
  const [chosen, choosePath] = useNote(`${course}/path`)
  const checkPassed = useCheckPassed(course)
  const path = paths.find(({ id }) => id === chosen) ?? paths[0]
  const planned = (path?.lessons ?? []).flatMap((id) => lessons.find((lesson) => lesson.id === id) ?? [])
  const { done, lessons: states } = completion(planned, progress, checkPassed)
  const stateOf = (id: string) => states.find((state) => state.id === id)?.state ?? 'todo'
  const next = planned.find(({ id }) => stateOf(id) === 'started') ?? planned.find(({ id }) => stateOf(id) === 'todo')
  const place = next && progress.lessons[next.id]?.lastBlock
  return (
    <div className="stack learn">
      {!persistent && <p className="note" data-tone="now">{labels.notSaved}</p>}
      {done && (
        <section className="note" data-tone="act">
          <h2 className="h3">{labels.complete}</h2>
          <p>{labels.completeText}</p>
        </section>
      )}
      {next && (
        <section className="resume" aria-labelledby="resume">
          <p className="muted">{place ? labels.resume : labels.begin}</p>
          <h2 id="resume"><bdi {...written(next.lang)}>{next.title}</bdi></h2>
          <p className="btns">
            <a className="btn" href={place ? `${next.href}#${place}` : next.href}>{place ? labels.resume : labels.begin}</a>
            <span className="muted">{next.minutes}</span>
          </p>
        </section>
      )}
      <section aria-labelledby="path">
        <div className="row row-between">
          <label className="h3" id="path" htmlFor="choose-path">{labels.choosePath}</label>
          <p className="muted">
            {fill(labels.doneOf, { done: states.filter(({ state }) => state === 'done').length, total: planned.length })}
          </p>
        </div>
        <select className="input" id="choose-path" value={path?.id} onChange={(event) => choosePath(event.target.value)}>
          {paths.map(({ id, title, lang }) => <option key={id} value={id} lang={lang}>{title}</option>)}
        </select>
        <ol className="thread mods">
          {planned.map((lesson) => (
            <li key={lesson.id} data-s={threadState[stateOf(lesson.id)]}>
              <div className="mod">
                <a className="t" href={lesson.href}><bdi {...written(lesson.lang)}>{lesson.title}</bdi></a>
                <span className="sum">
                  <span>{labels.states[stateOf(lesson.id)]}</span>
                  {stateOf(lesson.id) !== 'done' && <span>{lesson.minutes}</span>}
                </span>
              </div>
            </li>
          ))}
          <li data-s={checkPassed ? 'done' : 'todo'}>
            <div className="mod">
              <a className="t" href={checkHref}>{labels.check}</a>
              <span className="sum">{checkPassed ? labels.checkPassed : labels.checkOpen}</span>
            </div>
          </li>
        </ol>
      </section>
      <CommitmentForm course={course} written={Boolean(progress.commitment)} labels={labels.commitment} />
    </div>
  )
}
