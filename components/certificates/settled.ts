import type { FormAction } from '@/lib/form-state'

/** Refusals after which the list holds something else than the page shows. */
const news = ['madeBefore', 'alreadyIssued', 'revoked'].map((name) => `certificates.errors.${name}`)

/**
 * A deed whose refusal is an answer where nothing is left to be done in its form: the list is read again.
 * @returns `news`: the message key of that refusal
 */
export const settled =
  <Said extends object>(deed: FormAction<Said>): FormAction<{ news?: string }> =>
  async (_before, form) => {
    const answer = await deed(null, form)
    return answer.ok || !answer.error || !news.includes(answer.error) ? answer : { ok: true, news: answer.error }
  }
