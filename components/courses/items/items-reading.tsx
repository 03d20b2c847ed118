import type { BlockLabels } from '../kind-props'
import { Verdict } from '../verdict'
import { judge } from './judge'
import type { PracticeItem } from './practice-item'

/** The items as a text, for a browser without scripts: every answer opens to what it does. */
export function ItemsReading({ items, labels }: { items: PracticeItem[]; labels: BlockLabels }) {
  return (
    <div className="reading">
      {items.map((item) => (
        <div className="stack" key={item.id}>
          {item.topic && <h3 className="h3">{item.topic}</h3>}
          {item.question}
          {item.kind === 'order' ? <Steps item={item} labels={labels} /> : <Answers item={item} labels={labels} />}
        </div>
      ))}
    </div>
  )
}

function Steps({ item, labels }: { item: PracticeItem; labels: BlockLabels }) {
  return (
    <details className="more">
      <summary>{labels.practice.order}</summary>
      <ol>
        {item.parts.map((part) => (
          <li key={part.id}>
            <strong>{part.text}</strong>
            <div>{part.feedback}</div>
          </li>
        ))}
      </ol>
    </details>
  )
}

function Answers({ item, labels }: { item: PracticeItem; labels: BlockLabels }) {
  // Judged as if everything were chosen: each answer gets its own word, none is called left out.
  const everything = item.kind === 'match' ? {} : item.parts.map((part) => part.id)
  return (
    <ul>
      {judge(item, everything, labels).map(({ part, fit, words }) => (
        <li key={part.id}>
          {part.text}
          <details className="more">
            <summary>{item.kind === 'match' ? labels.practice.partner : labels.practice.other}</summary>
            {part.other ? <p className="strong">{part.other}</p> : <Verdict fit={fit}>{words}</Verdict>}
            {part.feedback}
          </details>
        </li>
      ))}
    </ul>
  )
}
