/** What the walk needs to know of a scenario; texts may be of any sort. */
interface Node {
  id: string
  choices: readonly { id: string; to: string }[]
}

export interface Turn<N extends Node> {
  node: N
  /** What the person chose here; undefined at the node where they are now, and at an ending. */
  choice?: N['choices'][number]
}

/**
 * The way through a scenario that a list of choices makes: every node passed, and the one it has led to.
 * A choice that is not there (a lesson can change after a device remembered it) ends the way before it.
 */
export function walk<N extends Node>(nodes: readonly N[], start: string, picked: readonly string[]): Turn<N>[] {
  const turns: Turn<N>[] = []
  let node = nodes.find(({ id }) => id === start)
  for (const id of picked) {
    const choice = node?.choices.find((each) => each.id === id)
    if (!node || !choice) break
    turns.push({ node, choice })
    node = nodes.find((each) => each.id === choice.to)
  }
  if (node) turns.push({ node })
  return turns
}
