'use client'

import { type ReactNode, useState } from 'react'
import type { Messages } from '@/lib/i18n/messages'
import { completion, type PlannedLesson } from '@/lib/progress/completion'
import { lastWorkedOn, lessonShare, lessonStop } from '@/lib/progress/outline'
import type { Progress } from '@/lib/progress/reduce'
import { useAccount } from '../people/account'
import { CommitmentForm, type CommitmentLabels } from './commitment-form'
import { everything } from './device'
import { type KeepLabels, KeepPanel } from './keep-panel'
import { KeptWhere } from './kept-where'
import { type CertificateLabels, LearnCertificates, useLatestOwn } from './learn-certificates'
import type { ModuleLesson } from './learn-modules'
import { LearnNext, NextStep } from './learn-next'
import { LearnPath } from './learn-path'
import { useWho } from './sync-state'
import { useCheckPassed } from './use-check-passed'
import { useNote } from './use-device'
import { useProgress } from './use-progress'

interface LearnLesson extends PlannedLesson {
  title: string
  lang: string
  module: string
  minutes: number
  href: string
}

/** A lesson of the path, and how far it is. */
export type LearnRow = LearnLesson & ModuleLesson

type Learn = Messages['progress']['learn']

/** Sentences that count come once for each number: the browser cannot form them. */
export interface LearnLabels extends Omit<Learn, 'keep' | 'commitment' | 'moduleOf' | 'skippedSome' | 'toGo'> {
  moduleOf: readonly string[]
  skippedSome: readonly string[]
  toGo: readonly string[]
  stay: string
  keep: KeepLabels
  commitment: CommitmentLabels
  own: CertificateLabels['own']
}

export interface LearnPlanProps {
  course: { id: string; title: string; lang: string }
  checkHref: string
  signInHref: string
  certificatesHref: string
  lessons: LearnLesson[]
  modules: { id: string; title: string; lang: string }[]
  paths: { id: string; title: string; lang: string; lessons: string[] }[]
  labels: LearnLabels
  day: CertificateLabels['day']
  /** What stands at the end of the side. */
  children?: ReactNode
}

/** Where this person is on the chosen path, what comes next, and what is left before the course is finished. */
export function LearnPlan({ course, lessons, modules, paths, labels, day, children, ...hrefs }: LearnPlanProps) {
  const { progress, persistent, ready } = useProgress(course.id)
  const [chosen, choosePath] = useNote(`${course.id}/path`)
  const checkPassed = useCheckPassed(course.id)
  const own = useLatestOwn(useAccount()?.owner)
  const signedIn = Boolean(useWho())
  const [asking, setAsking] = useState(false)
  const path = paths.find(({ id }) => id === chosen) ?? paths[0]
  const planned = (path?.lessons ?? []).flatMap((id) => lessons.find((lesson) => lesson.id === id) ?? [])
  const { done, rows, next } = placeIn(planned, progress, checkPassed, lastWorkedOn(course.id, everything().events))
  const claimed = own.certificates?.some(({ courseId, state }) => courseId === course.id && state !== 'revoked')
  const left = rows.filter(({ state }) => state !== 'done').length
  return (
    <div className="learn">
      <KeepPanel course={course.id} labels={labels.keep} onAsk={setAsking} />
      {!persistent && !signedIn && <p className="note" data-tone="now">{labels.notSaved}</p>}
      <div className="learn-grid">
        {done ? (
          <section className="note" data-tone="act">
            <h2 className="h3">{labels.complete}</h2>
            <p>{labels.completeText}</p>
            {/* Until the account has answered, nobody is sent for what they may have. */}
            {(!signedIn || own.certificates || own.trouble) && !claimed && (
              <a className="btn" href={hrefs.certificatesHref}>{labels.certificateGet}</a>
            )}
          </section>
        ) : next ? (
          <LearnNext lesson={next} progress={progress.lessons[next.id]} first={Object.keys(progress.lessons).length === 0} labels={labels} />
        ) : checkPassed ? (
          <NextStep title={labels.commitment.title} go={labels.commitmentGo} href="#commitment" labels={labels} />
        ) : (
          <NextStep title={labels.check} go={labels.checkGo} href={hrefs.checkHref} labels={labels} />
        )}
        {!asking && <KeptWhere signInHref={hrefs.signInHref} labels={labels.where} stay={labels.stay} />}
        <div className="learn-main">
          <LearnPath
            paths={paths}
            path={path?.id}
            choosePath={ready ? choosePath : undefined}
            modules={modules}
            rows={rows}
            next={next?.id}
            checkHref={hrefs.checkHref}
            checkPassed={checkPassed}
            committed={Boolean(progress.commitment)}
            labels={labels}
          />
          <LearnCertificates
            own={own}
            signedIn={signedIn}
            certificatesHref={hrefs.certificatesHref}
            open={claimed ? undefined : { ...course, left: done ? undefined : left > 0 ? labels.toGo[left] : labels.checkOpen }}
            labels={{ learn: labels, own: labels.own, day }}
          />
        </div>
        <div className="learn-side">
          <CommitmentForm course={course.id} written={Boolean(progress.commitment)} labels={labels.commitment} />
          {children}
        </div>
      </div>
    </div>
  )
}

/** The lessons of a path with how far each is, and the one that comes next. */
function placeIn(planned: readonly LearnLesson[], progress: Progress, checkPassed: boolean, last: Map<string, string>) {
  const { done, lessons: states } = completion(planned, progress, checkPassed)
  const rows = planned.map((lesson, n): LearnRow => {
    const state = states[n]?.state ?? 'todo'
    const known = progress.lessons[lesson.id]
    return { ...lesson, state, stop: lessonStop(lesson, state, known), share: lessonShare(lesson, lesson.minutes, state, known) }
  })
  const at = ({ id }: LearnRow) => last.get(id) ?? ''
  const started = rows.filter(({ state }) => state === 'started').sort((one, other) => (at(one) < at(other) ? 1 : -1))
  const next = started[0] ?? rows.find(({ state }) => state === 'todo')
  // A person is in one place, whatever else they have opened.
  if (next?.state === 'started') next.stop = 'now'
  return { done, rows, next }
}
