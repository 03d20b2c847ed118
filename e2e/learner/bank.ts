import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { parseFinalCheck } from '@/lib/courses/final-check'
import type { Item, Part } from '@/lib/courses/item'
import type { Rich } from '@/lib/courses/rich'
import { sentences } from './lesson'

type Locale = 'en' | 'nl'

/** The bank, with its keys: what somebody knows who has read the lessons. */
export function bank(locale: Locale = 'en'): Item[] {
  const file = `prisma/content/safer-spaces/check/${locale}.md`
  const parsed = parseFinalCheck(readFileSync(file, 'utf8'), { file })
  if (!parsed.ok) throw new Error(parsed.faults.map(({ message }) => message).join('\n'))
  return parsed.value.document.items
}

const words = (nodes: readonly object[]): string =>
  nodes.map((node) => ('value' in node ? String(node.value) : 'children' in node ? words(node.children as object[]) : '')).join('')
export const text = ({ rich }: Rich): string => words(rich).replace(/\s+/g, ' ').trim()

/** The item in view, recognised by its topic and the words of its first part. */
async function shown(page: Page, items: Item[]): Promise<Item> {
  const topic = (await page.locator('#question bdi').innerText()).trim()
  const whole = (await page.locator('.check-form').innerText()).replace(/\s+/g, ' ')
  const found = items.find((item) => item.topic === topic && item.parts.every((part) => whole.includes(text(part.text))))
  if (!found) throw new Error(`no item of the bank is called “${topic}”`)
  return found
}

const isKey = (item: Item, part: Part) => (item.kind === 'node' ? part.fit === 'best' : part.right === true)

/** Answers the question in view: as the key says, or with something else that looks like an answer. */
export async function answer(page: Page, items: Item[], well: boolean) {
  const item = await shown(page, items)
  const form = page.locator('.check-form')
  if (item.kind === 'order') return order(form, item, well)
  if (item.kind === 'match') return match(form, item, well)
  for (const part of item.parts) {
    const wanted = isKey(item, part) === well
    const box = form.locator('label.choice', { hasText: text(part.text) }).locator('input')
    if (wanted && item.kind !== 'multiple') return box.check()
    if (wanted) await box.check()
  }
}

async function order(form: Locator, item: Item, well: boolean) {
  const wanted = item.parts.map((part) => text(part.text))
  if (!well) wanted.reverse()
  const keep = form.locator('.moving + button')
  for (let place = 0; place < wanted.length; place++)
    for (;;) {
      const now = (await form.locator('.moving > li > span:nth-child(2)').allInnerTexts()).map((line) => line.replace(/\s+/g, ' ').trim())
      const at = now.indexOf(wanted[place] ?? '')
      if (at <= place) break
      await form.locator('.moving > li').nth(at).locator('[data-move^="-1"]').click()
    }
  if (await keep.isVisible().catch(() => false)) await keep.click()
}

async function match(form: Locator, item: Item, well: boolean) {
  const selects = await form.locator('select').all()
  const lefts = await form.locator('.pairs label').allInnerTexts()
  const rights = item.parts.map((part) => text(part.other ?? { rich: [] }))
  for (const [n, select] of selects.entries()) {
    const left = item.parts.findIndex((part) => text(part.text) === lefts[n]?.replace(/\s+/g, ' ').trim())
    const right = rights[well ? left : (left + 1) % rights.length]
    await select.selectOption({ label: right ?? '' })
  }
}

/** Goes through a whole sheet from the question in view and hands it in. */
export async function handIn(page: Page, well: boolean | ((n: number) => boolean), locale: Locale = 'en') {
  const items = bank(locale)
  const { check } = sentences(locale, 'quizzes')
  const finish = page.getByRole('button', { name: check.finish })
  for (let n = 0; n < 40; n++) {
    await answer(page, items, typeof well === 'function' ? well(n) : well)
    if (await finish.isVisible()) break
    const heading = await page.locator('#question').innerText()
    await page.getByRole('button', { name: check.nextQuestion }).click()
    await page.waitForFunction((before) => document.querySelector<HTMLElement>('#question')?.innerText !== before, heading)
  }
  await finish.click()
}
