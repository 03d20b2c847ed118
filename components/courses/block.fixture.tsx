import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { parseLesson } from '@/lib/courses/parse'
import type { Block } from '@/lib/courses/lesson'
import courses from '@/messages/en/courses.json'
import { all, erase } from '../progress/device'
import type { KindProps } from './kind-props'
import { faceOf } from './kinds'
import { renderBlock } from './render'

export const place = { course: 'safer-spaces', lesson: '6.3', revision: 1 }

/** A block as a writer writes it, parsed. */
export function readBlock(markdown: string): Block {
  const today = markdown.startsWith(':::today') ? '' : ':::today{#today}\n## Today\n\nDo it.\n\n::done[Done]\n:::'
  const parsed = parseLesson(`# Title\n\n:::aim\nYou can.\n:::\n\n${markdown}\n\n${today}\n`, { file: 'en.md' })
  const block = parsed.ok ? parsed.value.document.blocks[0] : undefined
  if (!block) throw new Error(JSON.stringify(parsed))
  return block
}

export function viewOf(markdown: string) {
  const block = readBlock(markdown)
  const { View, ownHeading } = faceOf(block.kind)
  const props = {
    block: renderBlock(block, { locale: 'en', course: place.course }),
    labels: courses.kinds[block.kind],
    shared: courses.blocks,
    place: { ...place, block: block.id },
  } as unknown as KindProps<never>
  return { id: block.id, view: <section>{!ownHeading && <h2 id={`${block.id}-h`}>{block.heading}</h2>}<View {...props} /></section> }
}

/** Shows a block as a browser with scripts does, once the device has been read, and tells what the device came to know about it. */
export async function show(markdown: string) {
  const { id, view } = viewOf(markdown)
  const shown = render(view)
  await act(() => all(place.course))
  return { ...shown, stateOf: async () => (await all(place.course)).lessons[place.lesson]?.blocks[id] }
}

/** Takes the page away and everything the device kept: for after each test. */
export async function forget() {
  cleanup()
  await erase()
}

export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
export const choose = (label: string | RegExp) => fireEvent.click(screen.getByLabelText(label))
/** What a screen reader is led to. */
export const led = () => document.activeElement as HTMLElement

/** The page of a block as it comes from the server, parsed by a browser that runs no scripts. */
export function showWithoutScripts(markdown: string): HTMLElement {
  const { view } = viewOf(markdown)
  const page = document.createElement('div')
  // jsdom parses noscript as a browser with scripts does; as an element of another name its inside becomes a page.
  page.innerHTML = renderToStaticMarkup(view).replaceAll('noscript>', 'article>')
  for (const element of page.querySelectorAll('.js-only')) element.remove()
  return page
}

