'use client'

import { fill } from '@/lib/i18n/fill'
import type { Messages } from '@/lib/i18n/messages'
import { completion, type LessonState, type PlannedLesson } from '@/lib/progress/completion'
import { lessonShare } from '@/lib/progress/outline'
import { CommitmentForm, type CommitmentLabels } from './commitment-form'
import { KeepPanel } from './keep-panel'
import { KeptWhere } from './kept-where'
import { LearnModules, type ModuleLesson } from './learn-modules'
import { LearnNext } from './learn-next'
import { useWho } from './sync-state'
import { useCheckPassed, useNote } from './use-device'
import { useProgress } from './use-progress'

interface LearnLesson extends PlannedLesson {
  title: string
  lang: string
  module: string
  minutes: number
  href: string
}

export interface LearnPlanProps {
  course: string
  checkHref: string
  signInHref: string
  certificatesHref: string
  lessons: LearnLesson[]
  modules: { id: string; title: string; lang: string }[]
  paths: { id: string; title: string; lang: string; lessons: string[] }[]
  labels: {
    next: string
    resume: string
    begin: string
    partOf: string
    left: string
    minutes: string
    choosePath: string
    states: Record<LessonState, string>
    doneOf: string
    share: string
    shareLeft: string
    check: string
    checkOpen: string
    checkPassed: string
    complete: string
    completeText: string
    notSaved: string
    certificate: string
    certificateOpen: string
    certificateGet: string
    where: Messages['progress']['learn']['where']
    stay: string
    keep: Messages['progress']['learn']['keep']
    commitment: CommitmentLabels
  }
}

/** Where this person is on the chosen path, what comes next, and what is left before the course is finished. */
export function LearnPlan({ course, checkHref, signInHref, certificatesHref, lessons, modules, paths, labels }: LearnPlanProps) {
  const { progress, persistent } = useProgress(course)
  const [chosen, choosePath] = useNote(`${course}/path`)
  const checkPassed = useCheckPassed(course)
  const signedIn = Boolean(useWho())
  const path = paths.find(({ id }) => id === chosen) ?? paths[0]
  const planned = (path?.lessons ?? []).flatMap((id) => lessons.find((lesson) => lesson.id === id) ?? [])
  const { done, lessons: states } = completion(planned, progress, checkPassed)
  const rows = planned.map((lesson, n): ModuleLesson => {
    const state = states[n]?.state ?? 'todo'
    return { ...lesson, state, share: lessonShare(lesson, lesson.minutes, state, progress.lessons[lesson.id]) }
  })
  const next = rows.find(({ state }) => state === 'started') ?? rows.find(({ state }) => state === 'todo')
  const finished = rows.filter(({ state }) => state === 'done').length
  return (
    <div className="stack learn">
      <KeepPanel course={course} labels={labels.keep} />
      {!persistent && !signedIn && <p className="note" data-tone="now">{labels.notSaved}</p>}
      {done && (
        <section className="note" data-tone="act">
          <h2 className="h3">{labels.complete}</h2>
          <p>{labels.completeText}</p>
          <a className="btn" href={certificatesHref}>{labels.certificateGet}</a>
        </section>
      )}
      {next && (
        <LearnNext
          lesson={next}
          place={progress.lessons[next.id]?.lastBlock}
          blocks={planned.find(({ id }) => id === next.id)?.blocks ?? []}
          labels={labels}
        />
      )}
      <KeptWhere signInHref={signInHref} labels={labels.where} stay={labels.stay} />
      <section aria-labelledby="path">
        <div className="row row-between">
          <label className="h3 learn-path" id="path" htmlFor="choose-path">{labels.choosePath}</label>
          <p className="muted">{fill(labels.doneOf, { done: finished, total: rows.length })}</p>
        </div>
        <select className="input" id="choose-path" value={path?.id} onChange={(event) => choosePath(event.target.value)}>
          {paths.map(({ id, title, lang }) => <option key={id} value={id} lang={lang}>{title}</option>)}
        </select>
        <LearnModules modules={modules} lessons={rows} labels={labels} />
        <ol className="thread mods learn-module">
          <li data-s={checkPassed ? 'done' : 'todo'}>
            <div className="mod">
              <a className="t" href={checkHref}>{labels.check}</a>
              <span className="sum">{checkPassed ? labels.checkPassed : labels.checkOpen}</span>
            </div>
          </li>
        </ol>
      </section>
      <CommitmentForm course={course} written={Boolean(progress.commitment)} labels={labels.commitment} />
      {!done && (
        <section className="panel stack" aria-labelledby="certificate">
          <h2 className="h3" id="certificate">{labels.certificate}</h2>
          <p>{labels.certificateOpen}</p>
        </section>
      )}
    </div>
  )
}
