import type { WordsBlock } from '@/lib/courses/kinds/words'
import { ItemsReading } from '../items/items-reading'
import { Practice } from '../items/practice'
import { type PracticeItem, practiceParts } from '../items/practice-item'
import type { KindProps } from '../kind-props'

/** Each phrase is an item of options; several may be good. */
export function WordsView({ block, labels, shared, place }: KindProps<WordsBlock>) {
  const items = block.phrases.map(
    ({ id, setting, phrase, options }): PracticeItem => ({
      id,
      kind: 'node',
      question: (
        <>
          {setting && <div className="setting">{setting}</div>}
          <p className="line">{phrase}</p>
        </>
      ),
      parts: practiceParts(options),
    }),
  )
  return (
    <div className="stack">
      <div className="prose">{block.intro}</div>
      <p className="hint">{labels.several}</p>
      <Practice items={items} place={place} labels={shared} />
      <noscript>
        <ItemsReading items={items} labels={shared} />
      </noscript>
    </div>
  )
}
