import languages from '../lib/i18n/languages.json' with { type: 'json' }

export const course = '/courses/safer-spaces'

/** Every page that anyone can open, without its language. One of them is not there. */
export const routes = [
  '',
  '/courses',
  course,
  `${course}/1.1`,
  `${course}/2.1`,
  `${course}/3.2`,
  `${course}/6.3`,
  `${course}/8.4`,
  `${course}/check`,
  '/learn',
  '/cards',
  '/cards/1',
  '/cards/6',
  '/glossary',
  '/search',
  '/sign-in',
  '/settings',
  '/certificates',
  '/verify',
  '/verify/00000000000000000000000000',
  '/offline',
  '/help',
  '/about',
  '/not-here',
]

export const locales = Object.keys(languages) as (keyof typeof languages)[]
