export interface LessonSource {
  id: string
  title: string
  publisher?: string
  year?: string | number
  url?: string
  note?: string
}

/** Where the facts of a lesson come from, and how far each was seen. A bibliography, so in the language of its titles. */
export function LessonSources({ sources, title }: { sources: LessonSource[]; title: string }) {
  return (
    <details className="more sources">
      <summary>{title}</summary>
      <ul lang="en" dir="ltr">
        {sources.map((source) => (
          <li key={source.id}>
            {source.url ? <a href={source.url} rel="noreferrer noopener nofollow">{source.title}</a> : source.title}
            {[source.publisher, source.year].filter(Boolean).map((part) => `, ${part}`)}
            {source.note && <span className="muted">. {source.note}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
