import type { Item } from '@/lib/courses/item'
import type { Answer } from './answer'
import { bankItems } from './bank.fixture'
import type { Drawn } from './commands'
import { kinds } from './kinds'
import type { PublicItem } from './sheet'

const items = bankItems()
const itemOf = ({ stem }: PublicItem): Item => {
  const text = JSON.stringify(stem)
  return items.find((item) => text.includes(firstWords(item)))!
}
const firstWords = (item: Item) => /"value":"(.*?)"/.exec(JSON.stringify(item.stem))![1]!

export const wordsOf = (value: unknown) => /"value":"(.*?)"/.exec(JSON.stringify(value))![1]!

/** The answer to a drawn item as a person would give it: by looking for the words. */
export function answerTo(drawn: PublicItem, right: boolean): Answer {
  const item = itemOf(drawn)
  const find = (list: PublicItem['parts'], words: unknown) =>
    list.find(({ text }) => wordsOf(text) === wordsOf(words))!.id
  const left = (id: string) => find(drawn.parts, item.parts.find((part) => part.id === id)!.text)
  const other = (id: string) => find(drawn.others!, item.parts.find((part) => part.id === id)!.other)
  const key = kinds[item.kind].key(item)
  if (item.kind === 'match')
    return Object.fromEntries(Object.keys(key).map((id) => [left(id), other(right ? id : item.parts[0]!.id)]))
  if (item.kind === 'order') return (right ? (key as string[]) : (key as string[]).toReversed()).map(left)
  if (item.kind === 'multiple') return right ? (key as string[]).map(left) : []
  return left(right ? (key as string) : item.parts.find(({ id }) => id !== key)!.id)
}

/** Answers everything rightly except the items for which `miss` says so. */
export const answers = ({ items: drawn }: Drawn, miss: (item: PublicItem) => boolean = () => false) =>
  Object.fromEntries(drawn.map((item) => [item.id, answerTo(item, !miss(item))]))
