import { fill } from '@/lib/i18n/fill'
import { together } from '@/lib/progress/outline'
import { LearnModules } from './learn-modules'
import type { LearnPlanProps, LearnRow } from './learn-plan'

interface Props extends Pick<LearnPlanProps, 'paths' | 'modules' | 'checkHref' | 'labels'> {
  /** Id of the chosen one. */
  path: string | undefined
  /** Not before the device was read: it may know another choice. */
  choosePath: ((id: string) => void) | undefined
  rows: LearnRow[]
  next: string | undefined
  checkPassed: boolean
  committed: boolean
}

/** The chosen path as one thread: its modules, then the check and the commitment that close it. */
export function LearnPath({ paths, path, choosePath, modules, rows, next, checkHref, checkPassed, committed, labels }: Props) {
  const { minutes } = together(rows.map(({ share }) => share))
  const done = rows.filter(({ state }) => state === 'done').length
  return (
    <section aria-labelledby="path">
      <div className="row row-between">
        <h2 className="h3" id="path">{labels.path}</h2>
        <p className="muted">
          {fill(minutes > 0 ? labels.doneLeft : labels.doneOf, { done, total: rows.length, count: minutes })}
        </p>
      </div>
      <div className="field learn-choose">
        <label htmlFor="choose-path">{labels.choosePath}</label>
        <select className="input" id="choose-path" value={path} disabled={!choosePath} onChange={(event) => choosePath?.(event.target.value)}>
          {paths.map(({ id, title, lang }) => <option key={id} value={id} lang={lang}>{title}</option>)}
        </select>
      </div>
      <ol className="thread mods" aria-label={labels.modules}>
        <LearnModules modules={modules} lessons={rows} next={next} labels={labels} />
        <Last title={labels.check} href={checkHref} done={checkPassed} labels={labels} />
        <Last title={labels.commitment.title} href="#commitment" done={committed} labels={labels} />
      </ol>
    </section>
  )
}

interface LastProps extends Pick<LearnPlanProps, 'labels'> {
  title: string
  href: string
  done: boolean
}

const Last = ({ title, href, done, labels }: LastProps) => (
  <li data-s={done ? 'done' : 'todo'}>
    <div className="mod mod-last">
      <a className="t" href={href}>{title}</a>
      <span className="sum">{done ? labels.checkPassed : labels.checkOpen}</span>
    </div>
  </li>
)
