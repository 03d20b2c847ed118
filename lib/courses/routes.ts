import type { ScenarioBlock } from './kinds/scenario'

/**
 * What is wrong with the ways through a scenario: each begins at the start, may end anywhere that is an ending,
 * and never runs in a circle without a way out. Every node with choices has exactly one best choice.
 */
export function routeFaults({ start, nodes }: ScenarioBlock): { path: PropertyKey[]; message: string }[] {
  const known = new Map(nodes.map((node) => [node.id, node]))
  const reached = closure([start], (id) => known.get(id)?.choices.map(({ to }) => to) ?? [])
  const endings = nodes.filter(({ ending }) => ending).map(({ id }) => id)
  const leading = closure(endings, (id) =>
    nodes.filter(({ choices }) => choices.some(({ to }) => to === id)).map((node) => node.id),
  )
  const faults: { path: PropertyKey[]; message: string }[] = []
  if (!known.has(start)) faults.push({ path: ['start'], message: `there is no node \`${start}\` to start with` })
  for (const [index, { id, ending, choices }] of nodes.entries()) {
    const path = ['nodes', index]
    const say = (message: string) => faults.push({ path, message })
    for (const [at, { to }] of choices.entries())
      if (!known.has(to))
        faults.push({ path: [...path, 'choices', at], message: `there is no node \`${to}\` to go to` })
    if (!reached.has(id)) say(`no way leads to \`${id}\``)
    if (ending && choices.length > 0) say(`\`${id}\` is an ending, so it has no choices`)
    if (ending) continue
    if (choices.length < 2) say(`\`${id}\` needs 2–4 choices, or \`ending=\``)
    else if (!leading.has(id)) say(`no way leads from \`${id}\` to an ending`)
    const bests = choices.filter(({ fit }) => fit === 'best').length
    if (choices.length > 0 && bests !== 1)
      say(`exactly one choice of \`${id}\` must have \`fit=best\`, here are ${bests}`)
  }
  return faults
}

/** Everything that can be reached from these ids, themselves included. */
function closure(from: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const seen = new Set(from)
  for (const id of seen) for (const following of next(id)) seen.add(following)
  return seen
}
