'use client'

import { completion, type PlannedLesson } from '@/lib/progress/completion'
import { href } from '@/lib/i18n/href'
import { written } from '@/lib/i18n/locales'
import { useCheckPassed } from '../progress/use-check-passed'
import { useNote } from '../progress/use-device'
import { useProgress } from '../progress/use-progress'
import { ClaimForm } from './claim-form'
import type { OwnProps } from './own-certificates'

export interface ClaimCourse {
  id: string
  lessons: (PlannedLesson & { title: string; lang: string; href: string })[]
  paths: { id: string; title: string; lang: string; lessons: string[] }[]
}

export interface ClaimProps extends OwnProps {
  course: ClaimCourse
  /** What the account calls the person; free to be changed. */
  name: string
  claimed: (news: string) => void
}

/** The form where the chosen path is finished; otherwise what is missing. The server decides again by its own ledger. */
export function Claim(props: ClaimProps) {
  const { course, labels } = props
  const { progress } = useProgress(course.id)
  const passed = useCheckPassed(course.id)
  const [chosen, choose] = useNote(`${course.id}/path`)
  const path = course.paths.find(({ id }) => id === chosen) ?? course.paths[0]
  if (!path) return null
  const planned = path.lessons.flatMap((id) => course.lessons.find((lesson) => lesson.id === id) ?? [])
  const { done, missing } = completion(planned, progress, passed)
  return (
    <section className="panel stack" aria-labelledby="claim-title">
      <h2 className="h3" id="claim-title">{done ? labels.claimTitle : labels.notDone}</h2>
      <div className="field">
        <label htmlFor="claim-path">{labels.path}</label>
        <select className="input" id="claim-path" value={path.id} onChange={(event) => choose(event.target.value)}>
          {course.paths.map(({ id, title, lang }) => <option key={id} value={id} lang={lang}>{title}</option>)}
        </select>
      </div>
      {done ? <ClaimForm key={path.id} {...props} path={path.id} /> : <Missing {...props} missing={missing} />}
    </section>
  )
}

/** What is left of the path, each with the way to it. */
function Missing({ course, locale, labels, missing }: ClaimProps & { missing: ReturnType<typeof completion>['missing'] }) {
  const open = new Set(missing.flatMap((part) => ('lesson' in part ? [part.lesson] : [])))
  return (
    <>
      <p>{labels.notDoneText}</p>
      <ul className="missing">
        {course.lessons.filter(({ id }) => open.has(id)).map((lesson) => (
          <li key={lesson.id}>
            <a className="link" href={lesson.href}><bdi {...written(lesson.lang)}>{lesson.title}</bdi></a>
          </li>
        ))}
        {missing.some(({ what }) => what === 'check') && (
          <li><a className="link" href={href(locale, `/courses/${course.id}/check`)}>{labels.missingCheck}</a></li>
        )}
        {missing.some(({ what }) => what === 'commitment') && (
          <li><a className="link" href={href(locale, '/learn#commitment')}>{labels.missingCommitment}</a></li>
        )}
      </ul>
      <p><a className="btn btn-2" href={href(locale, '/learn')}>{labels.learn}</a></p>
    </>
  )
}
