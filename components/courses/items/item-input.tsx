'use client'

import type { ItemKind } from '@/lib/courses/item'
import type { BlockLabels } from '../kind-props'
import { ChoiceInput } from './choice-input'
import type { Answer, AskedItem } from './item'
import { MatchInput } from './match-input'
import { OrderInput } from './order-input'

export interface ItemInputProps {
  item: AskedItem
  /** Id of the element that holds the question. */
  questionId: string
  /** What was answered so far; undefined when nothing was. */
  value: Answer | undefined
  onChange: (answer: Answer) => void
  labels: BlockLabels['items']
}

const inputs = {
  single: ChoiceInput,
  node: ChoiceInput,
  multiple: ChoiceInput,
  order: OrderInput,
  match: MatchInput,
} satisfies Record<ItemKind, (props: ItemInputProps) => React.ReactNode>

/** The control for one item, in practice and in the final check alike. It asks and never judges. */
export function ItemInput(props: ItemInputProps) {
  const Input = inputs[props.item.kind]
  return <Input {...props} />
}
