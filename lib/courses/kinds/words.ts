import { z } from 'zod'
import type { BlockBase } from '../block'
import { idSchema } from '../ids'
import type { Part } from '../item'
import { blockSchema, distinct, idsUnder, type Kind, listOf, richSchema } from '../kind'
import { partSchema, readOption } from '../read-items'
import type { Rich } from '../rich'

export interface WordsBlock extends BlockBase<'words'> {
  intro: Rich
  phrases: { id: string; setting?: Rich; phrase: Rich; options: Part[] }[]
}

const option = partSchema
  .refine(({ fit }) => fit !== undefined, 'every option needs a `fit`')
  .refine(({ right }) => right === undefined, 'options of `words` take `fit`, not `right`')

const phrase = z
  .strictObject({
    id: idSchema,
    setting: richSchema.optional(),
    phrase: richSchema,
    options: listOf(option, 'options', 2, 4),
  })
  .refine(({ options }) => options.some(({ fit }) => fit === 'best'), 'one option or more must have `fit=best`')

export const words: Kind<WordsBlock> = {
  name: 'words',
  counts: true,
  needsNote: false,
  seconds: 30,
  schema: blockSchema('words', { intro: richSchema, phrases: listOf(phrase, 'phrases', 1) }).superRefine(
    distinct(({ phrases }) => [
      ...idsUnder(phrases, 'phrases'),
      ...phrases.flatMap(({ options }, index) => idsUnder(options, 'phrases', index, 'options')),
    ]),
  ),
  parse: (section) => ({
    intro: section.rich(),
    phrases: section.sections('phrase', (phrase) => {
      const setting = phrase.paragraph()
      return {
        id: phrase.id,
        setting: setting.rich.length > 0 ? setting : undefined,
        phrase: phrase.quote(),
        options: phrase.sections('option', readOption),
      }
    }),
  }),
  structure: ({ phrases }) => ({
    phrases: phrases.map(({ id, setting, options }) => ({
      id,
      setting: setting !== undefined,
      options: options.map(({ id, fit }) => ({ id, fit })),
    })),
  }),
  example: `:::::words{#ask-again}
## Ask it another way

Choose words that leave the answer open.

::::phrase{#who-at-home}
On the phone, to someone you do not know.

> “Is your husband at home?”

:::option{#anyone fit=best}
“Is there anyone you would like to have with you?”

The person decides who counts. Nothing has to be explained.
:::

:::option{#partner fit=good}
“Do you have a partner?”

This leaves more room. It still asks for more than you may need.
:::
::::
:::::
`,
}
