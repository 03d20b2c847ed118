import type { BlockBase, Fit } from '../block'
import type { Rich } from '../rich'

export interface ScenarioChoice {
  id: string
  fit: Fit
  /** Id of the node that follows. */
  to: string
  text: Rich
  /** What happens, seen from the person. */
  consequence: Rich
  why: Rich
}

export interface ScenarioNode {
  id: string
  setting: Rich
  /** What the person says. */
  line?: Rich
  question?: Rich
  /** Set on an ending, which has no choices. */
  ending?: Fit
  choices: ScenarioChoice[]
}

export interface ScenarioBlock extends BlockBase<'scenario'> {
  place?: string
  start: string
  nodes: ScenarioNode[]
}
