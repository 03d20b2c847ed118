import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Block } from '@/lib/courses/lesson'
import { parseLesson } from '@/lib/courses/parse'
import type { Messages } from '@/lib/i18n/messages'
import { course } from '../routes'

type Locale = 'en' | 'nl' | 'ar'

/** The sentences of the interface, as a person sees them. */
export const sentences = <Noun extends keyof Messages>(locale: Locale, noun: Noun): Messages[Noun] =>
  JSON.parse(readFileSync(`messages/${locale}/${noun}.json`, 'utf8')) as Messages[Noun]

/** The blocks of a lesson, as its writer wrote them. */
export function blocksOf(id: string, locale: Locale = 'en'): Block[] {
  const file = `prisma/content/safer-spaces/${id}/${locale}.md`
  const parsed = parseLesson(readFileSync(file, 'utf8'), { file })
  if (!parsed.ok) throw new Error(parsed.faults.map(({ message }) => message).join('\n'))
  return parsed.value.document.blocks
}

/** Everything the browser keeps for this site, as text; run in the page. */
export async function everythingKept(): Promise<string> {
  const found: unknown[] = [JSON.stringify(localStorage)]
  for (const { name } of await indexedDB.databases()) {
    const base = await new Promise<IDBDatabase>((resolve) => {
      const asking = indexedDB.open(name!)
      asking.onsuccess = () => resolve(asking.result)
    })
    for (const store of base.objectStoreNames) {
      const all = base.transaction(store).objectStore(store).getAll()
      await new Promise((resolve) => { all.onsuccess = resolve })
      found.push(all.result)
    }
    base.close()
  }
  // What is in the memory of the tab is text within text.
  return JSON.stringify(found) + JSON.stringify(sessionStorage).replaceAll('\\', '')
}

/** A lesson as a learner handles it: whatever a block asks, this knows how to do it. */
export class Lesson {
  private readonly words: Messages['courses']

  constructor(
    readonly page: Page,
    readonly locale: Locale = 'en',
    /** A thumb, or nothing but keys. */
    readonly by: 'touch' | 'keyboard' = 'touch',
  ) {
    this.words = sentences(locale, 'courses')
  }

  private async press(control: Locator) {
    if (this.by === 'touch') return control.click()
    await control.focus()
    await this.page.keyboard.press('Enter')
  }

  private async tick(control: Locator) {
    if (this.by === 'touch') return control.check()
    await control.focus()
    await this.page.keyboard.press('Space')
    await expect(control).toBeChecked()
  }

  private async pickFirst(select: Locator) {
    if (this.by === 'touch') return void (await select.selectOption({ index: 1 }))
    await select.focus()
    await this.page.keyboard.press('ArrowDown')
  }

  private button = (inside: Locator, ...names: string[]): Locator =>
    names.map((name) => inside.getByRole('button', { name, exact: true })).reduce((one, other) => one.or(other))

  async open(id: string) {
    await this.page.goto(`/${this.locale}${course}/${id}`)
    await this.awake()
  }

  /** The page answers once React has taken it over. */
  awake = () =>
    this.page.waitForFunction(() => {
      const block = document.querySelector('.stops > .block')
      return block && Object.keys(block).some((key) => key.startsWith('__react'))
    })

  block = (id: string): Locator => this.page.locator(`section.block[id="${id}"]`)

  /** Takes every part of the lesson, to its end. */
  async take(id: string) {
    for (const block of blocksOf(id, this.locale)) await this.try(block)
    await this.end()
  }

  /** The end counts once it has been in view for a second. */
  async end() {
    await this.page.locator('#next').evaluate((element) => element.scrollIntoView({ block: 'center' }))
    const id = new URL(this.page.url()).pathname.split('/').at(-1)
    await expect.poll(() => this.page.evaluate(everythingKept)).toMatch(new RegExp(`"lesson.finished"[^}]*"lesson":"${id}"`))
  }

  async try({ id, kind }: Pick<Block, 'id' | 'kind'>) {
    const block = this.block(id)
    await block.scrollIntoViewIfNeeded()
    const note = block.locator('details.cn:not([open]) > summary')
    if (await note.count()) await this.press(note)
    if (kind === 'scenario') await this.scenario(block)
    else if (kind === 'sort') await this.sort(block)
    else if (['words', 'order', 'match', 'quiz'].includes(kind)) await this.items(block)
    else if (kind === 'checklist') await this.tick(block.getByRole('checkbox').first())
    else if (kind === 'today') await this.tick(block.getByRole('checkbox'))
    else if (kind === 'reflect') await block.getByRole('textbox').fill('Something of my own')
  }

  /** Plays to an ending, always with the first choice. */
  private async scenario(block: Locator) {
    const { scenario } = this.words.kinds
    const radios = block.getByRole('radio')
    while (await radios.count()) {
      await this.tick(radios.first())
      await this.press(this.button(block, scenario.see))
      await expect(block.locator('.after').last()).toBeVisible()
      await this.press(this.button(block, scenario.on))
    }
    await expect(this.button(block, scenario.again)).toBeVisible()
  }

  private async sort(block: Locator) {
    const { sort } = this.words.kinds
    const bins = block.locator('.scene-in [role=group] .btn')
    while (await bins.count()) {
      await this.press(bins.first())
      await this.press(this.button(block, sort.next, sort.end))
    }
    await expect(block.getByText(sort.done)).toBeVisible()
  }

  /** Every item gets an answer, and feedback comes. */
  private async items(block: Locator) {
    const { practice } = this.words.blocks
    for (const item of await block.locator('.scene > .scene-in').all()) {
      for (const select of await item.locator('select').all()) await this.pickFirst(select)
      const choice = item.locator('input[type=radio], input[type=checkbox]').first()
      if (await choice.count()) await this.tick(choice)
      await this.press(this.button(item, practice.look, practice.check))
      await expect(this.button(item, practice.again)).toBeVisible()
    }
  }
}
