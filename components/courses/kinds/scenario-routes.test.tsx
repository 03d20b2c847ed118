import { fireEvent, within } from '@testing-library/react'
import { toString } from 'mdast-util-to-string'
import type { ScenarioBlock, ScenarioChoice, ScenarioNode } from '@/lib/courses/kinds/scenario'
import { manualLanguages, readManual } from '@/lib/courses/manual.fixture'
import type { Rich } from '@/lib/courses/rich'
import courses from '@/messages/en/courses.json'
import { forget, show } from '../block.fixture'

// Every scenario of the manual, walked by hand: on all routes to an ending, and a step back from every place on them.

const manual = readManual()
// The whole manual is read, on a machine that may be doing other things.
jest.setTimeout(60_000)
const labels = courses.kinds.scenario

/** Words as they stand, whatever the white space between paragraphs. */
const letters = (text: string | null) => (text ?? '').replace(/\s/g, '')
const wordsOf = (...texts: (Rich | undefined)[]) =>
  texts.map((text) => letters(toString({ type: 'root', children: text?.rich ?? [] })))

afterEach(forget)

/** The person in front of the page: what stands in the last turn, and what they can do there. */
function person(page: HTMLElement) {
  const turns = () => [...page.querySelectorAll<HTMLElement>('.turn')]
  const turn = () => turns().at(-1)!
  const radio = ({ choices }: ScenarioNode, choice: ScenarioChoice) =>
    turn().querySelectorAll<HTMLInputElement>('input[type=radio]')[choices.indexOf(choice)]
  return {
    press: (label: string) => fireEvent.click(within(turn()).getByText(label, { selector: 'button' })),
    choose: (node: ScenarioNode, choice: ScenarioChoice) => fireEvent.click(radio(node, choice)!),
    /** What is wrong with the place where they stand, which should be this node. */
    lost: (node: ScenarioNode, depth: number, before?: ScenarioChoice): string[] => {
      const text = letters(turn().textContent)
      const shown = [node.setting, node.line, node.question, ...node.choices.map((choice) => choice.text)]
      const missing = wordsOf(...shown)
        .filter((words) => !text.includes(words))
        .map((words) => `${node.id} does not show ${words}`)
      return [
        ...missing,
        ...(turns().length === depth ? [] : [`turn ${turns().length}, not ${depth}`]),
        ...(text.includes(letters(labels.end)) === (node.ending !== undefined)
          ? []
          : [`${node.id} does not say whether it ends`]),
        ...(!before || radio(node, before)?.checked ? [] : [`${before.id} is not selected any more`]),
      ]
    },
    /** The same for the answer that was just given. */
    unanswered: (choice: ScenarioChoice): string[] =>
      wordsOf(choice.text, choice.consequence, choice.why)
        .filter((words) => words === '' || !letters(turn().querySelector('.scene-in')!.textContent).includes(words))
        .map((words) => `${choice.id} does not show ${words}`),
  }
}

/**
 * Takes every way through a scenario.
 * @returns the endings, one for each route, and whatever a person would stumble over
 */
function takeAll({ start, nodes }: ScenarioBlock, page: HTMLElement) {
  const { press, choose, lost, unanswered } = person(page)
  const endings: string[] = []
  const faults: string[] = []
  const visit = (id: string, taken: readonly string[]) => {
    const node = nodes.find((each) => each.id === id)!
    const note = (found: string[]) => faults.push(...found.map((fault) => `${[...taken, id].join(' → ')}: ${fault}`))
    const stepBack = (choice: ScenarioChoice) => {
      press(labels.back)
      note(lost(node, taken.length + 1, choice))
    }
    note(lost(node, taken.length + 1))
    if (node.ending) endings.push(id)
    for (const choice of node.choices) {
      choose(node, choice)
      press(labels.see)
      note(unanswered(choice))
      stepBack(choice)
      press(labels.see)
      press(labels.on)
      visit(choice.to, [...taken, choice.id])
      stepBack(choice)
    }
  }
  visit(start, [])
  return { endings, faults }
}

test.each(manualLanguages)('in %s every scenario is walked on all routes and back', async (language) => {
  const { lessons } = await manual
  const editions = [...lessons.values()].flat().filter(({ locale }) => locale === language)
  let routes = 0
  for (const { file, read } of editions)
    for (const block of read.document.blocks) {
      if (block.kind !== 'scenario') continue
      // Alone on a page, a block has no card that could be read instead.
      const { container } = await show(read.texts.get(block.id)!.replace(/ instead=[\w-]+/, ''))
      const { endings, faults } = takeAll(block, container)
      expect({ file, faults }).toEqual({ file, faults: [] })
      expect(new Set(endings)).toEqual(new Set(block.nodes.filter(({ ending }) => ending).map(({ id }) => id)))
      routes += endings.length
      await forget()
    }
  expect(routes).toBeGreaterThan(50)
})
