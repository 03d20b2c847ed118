import access from '@/messages/en/access.json'
import courses from '@/messages/en/courses.json'
import quizzes from '@/messages/en/quizzes.json'
import type { PublicItem } from '@/lib/quizzes/sheet'
import { CheckFlow } from './check-flow'

export const course = 'safer-spaces'

const words = (value: string) => ({
  rich: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value }] }],
})

const item = (id: string): PublicItem => ({
  id,
  kind: 'single',
  topic: `Topic ${id}`,
  critical: false,
  stem: words(`What first in ${id}?`),
  parts: [
    { id: '1', text: words(`Stop ${id}`) },
    { id: '2', text: words(`Go on ${id}`) },
  ],
})

/** What the server answers to a draw: two questions, each with `Stop n` and `Go on n`. */
export const drawn = {
  candidate: 'c',
  attempt: 'drawn',
  number: 1,
  draft: false,
  locale: 'en',
  items: [item('1'), item('2')],
}

/** What the server answers to a try that was handed in: the first fits, the second does not. */
export const reviewed = {
  attempt: 'drawn',
  number: 1,
  passed: false,
  enough: false,
  fits: 1,
  of: 2,
  needed: 2,
  open: 1,
  items: ['1', '2'].map((id) => ({ id, topic: `Topic ${id}`, right: id === '1', critical: false, feedback: [] })),
}

/** A server that answers each request when the test says so: `answer(body)`, `answer(body, 404)`. */
export function slowServer() {
  const waiting: ((answer: Response) => void)[] = []
  const asked: { path: string; body: Record<string, unknown> }[] = []
  globalThis.fetch = ((path: string, init: { body: string }) => {
    asked.push({ path, body: JSON.parse(init.body) as Record<string, unknown> })
    return new Promise((resolve) => waiting.push(resolve))
  }) as unknown as typeof fetch
  const answer = (body: unknown, status = 200) =>
    waiting.shift()?.({ status, ok: status < 400, json: async () => JSON.parse(JSON.stringify(body)) } as Response)
  return { asked, answer }
}

/** The check of one course in English, as the page shows it. */
export const Check = ({ locale = 'en' }: { locale?: 'en' | 'fr' }) => (
  <CheckFlow
    course={course}
    locale={locale}
    total={2}
    learnHref="/en/learn"
    items={courses.blocks.items}
    labels={quizzes.check}
    result={quizzes.result}
    errors={{ access: access.errors, quizzes: quizzes.errors }}
  />
)
