import type { RootContent } from 'mdast'
import type { Item, ItemKind, Part } from '@/lib/courses/item'
import type { Rich } from '@/lib/courses/rich'
import type { Answer } from './answer'
import { mixed } from './mix'

/** An item as it reaches a browser. No key, feedback or bank id; ids are places on the sheet. */
export interface PublicItem {
  id: string
  kind: ItemKind
  topic: string
  /** It is about a safety rule. */
  critical: boolean
  stem: Rich
  parts: { id: string; text: Rich }[]
  /** The right-hand sides of `match`, mixed by themselves. */
  others?: { id: string; text: Rich }[]
}

// An id that an author chose can tell the key (`step-1`, `promise-nothing`), so parts are numbered by their place after
// mixing, and right-hand sides get letters: no left id can be handed in as a right one.
const numbered = (item: Item, seed: string): [string, Part][] =>
  mixed(item.parts, `${seed}/${item.id}`).map((part, place) => [String(place + 1), part])

const lettered = (item: Item, seed: string): [string, Part][] =>
  mixed(item.parts, `${seed}/${item.id}/other`).map((part, place) => [String.fromCharCode(97 + place), part])

/** An item whose parts are all of it. */
export function openParts(item: Item, seed: string): Omit<PublicItem, 'id'> {
  return {
    kind: item.kind,
    topic: item.topic,
    critical: item.critical !== undefined,
    stem: bare(item.stem),
    parts: numbered(item, seed).map(([id, { text }]) => ({ id, text: bare(text) })),
  }
}

/** An item whose parts have a second side. */
export function openPairs(item: Item, seed: string): Omit<PublicItem, 'id'> {
  const others = lettered(item, seed).map(([id, { other }]) => ({ id, text: bare(other ?? { rich: [] }) }))
  return { ...openParts(item, seed), others }
}

/** Translates an answer from the ids of the sheet to those of the bank; undefined when it names what is not there. */
export function readAnswer(item: Item, seed: string, given: Answer): Answer | undefined {
  const left = new Map(numbered(item, seed).map(([id, part]) => [id, part.id]))
  if (typeof given === 'string') return left.get(given)
  if (Array.isArray(given)) return allKnown(given.map((id) => left.get(id)))
  const right = new Map(lettered(item, seed).map(([id, part]) => [id, part.id]))
  const lefts = allKnown(Object.keys(given).map((id) => left.get(id)))
  const rights = allKnown(Object.values(given).map((id) => right.get(id)))
  return lefts && rights && Object.fromEntries(lefts.map((id, place) => [id, rights[place]!]))
}

const allKnown = (ids: (string | undefined)[]): string[] | undefined =>
  ids.every((id) => id !== undefined) ? ids : undefined

/** Text without the places it was read from: a line number would tell the order of the file. */
const bare = ({ rich }: Rich): Rich => ({ rich: rich.map(withoutPosition) })

function withoutPosition<Node extends RootContent>(node: Node): Node {
  const { position: _, ...rest } = node
  if (!('children' in rest)) return rest as Node
  return { ...rest, children: (rest.children as RootContent[]).map(withoutPosition) } as Node
}
