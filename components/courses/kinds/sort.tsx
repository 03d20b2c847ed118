import type { SortBlock } from '@/lib/courses/kinds/sort'
import type { KindProps } from '../kind-props'
import { SortPlay } from './sort-play'

export function SortView(props: KindProps<SortBlock>) {
  const { block, labels } = props
  return (
    <div className="stack">
      <div className="prose">{block.intro}</div>
      <SortPlay {...props} />
      <noscript>
        <ul className="reading plain">
          {block.entries.map((entry) => (
            <li key={entry.id}>
              {entry.text}
              <details className="more">
                <summary>{labels.where}</summary>
                <p className="strong">{block.bins.find(({ id }) => id === entry.bin)?.label}</p>
                {entry.feedback}
              </details>
            </li>
          ))}
        </ul>
      </noscript>
    </div>
  )
}
