'use client'

import { printer } from '../ui/glyphs'
import { Icon } from '../ui/icon'

type Paper = 'a6' | 'a4'

/** Prints the card alone, on the paper chosen (counter-card.css); the menu of the browser prints it on A6. */
export function PrintCard({ labels }: { labels: Record<Paper, string> }) {
  const print = (paper: Paper) => {
    document.documentElement.dataset.paper = paper
    window.print()
  }
  return (
    <div className="btns js-only">
      {(['a6', 'a4'] as const).map((paper) => (
        <button key={paper} className="btn btn-2 btn-s" type="button" onClick={() => print(paper)}>
          <Icon of={printer} />
          {labels[paper]}
        </button>
      ))}
    </div>
  )
}
