import type { ScenarioBlock } from '@/lib/courses/kinds/scenario'
import { fill } from '@/lib/i18n/fill'
import type { KindProps } from '../kind-props'
import { Verdict } from '../verdict'
import { ScenarioPlay } from './scenario-play'

export function ScenarioView(props: KindProps<ScenarioBlock>) {
  return (
    <>
      <ScenarioPlay {...props} />
      <noscript>
        <ScenarioReading {...props} />
      </noscript>
    </>
  )
}

/** The whole scenario as a text: every scene, every choice, and where it leads. */
function ScenarioReading({ block, labels, shared }: KindProps<ScenarioBlock>) {
  const sceneOf = (id: string) => block.nodes.findIndex((node) => node.id === id) + 1
  return (
    <div className="reading">
      {block.place && <p className="muted">{block.place}</p>}
      {block.nodes.map((node, n) => (
        <div className="stack" key={node.id} id={`${block.id}-${node.id}`}>
          <h3 className="h3">{fill(labels.scene, { n: n + 1 })}{node.choices.length === 0 && `. ${labels.end}`}</h3>
          {node.setting}
          {node.line && <p className="line">{node.line}</p>}
          {node.question && <p className="strong">{node.question}</p>}
          <ul>
            {node.choices.map((choice) => (
              <li key={choice.id}>
                {choice.text}
                <details className="more">
                  <summary>{labels.see}</summary>
                  <Verdict fit={choice.fit}>{shared.fits[choice.fit]}</Verdict>
                  {choice.consequence}
                  {choice.why}
                  <p><a href={`#${block.id}-${choice.to}`}>{fill(labels.goes, { n: sceneOf(choice.to) })}</a></p>
                </details>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
