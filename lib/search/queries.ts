import type { Actor } from '@/lib/access/actor'
import { db } from '@/lib/db'
import { Prisma } from '@/prisma/client/client'
import { type Found, type Places, placesOf } from './places'
import { type AskedWord, askedWords, isKnown, type KnownWord, type Question, questionOf } from './question'
import type { SearchInput } from './schema'

/** What a word counts by where it stands: D, C, B, A (entry.ts). */
const weights = '{0.05, 0.2, 0.6, 1}'
/** Rows that are worth looking at; lessons give only their best ones (places.ts). */
const rows = 60

/**
 * The places that answer a question, in one language. Courses are public, so everyone finds the same; what was asked
 * is not kept anywhere.
 */
export async function searchPlaces(_actor: Actor, { query, locale }: SearchInput): Promise<Places> {
  const asked = askedWords(query)
  if (asked.length === 0) return { count: 0, groups: [] }
  const [known, total] = await Promise.all([knownWords(asked, locale), countEntries(locale)])
  const slipped = await Promise.all(asked.map((word, n) => similarWords(word, known[n] ?? [], locale)))
  const question = questionOf(asked, asked.map((_, n) => [...(known[n] ?? []), ...(slipped[n] ?? [])]), total)
  return placesOf(await answers(question, locale), question.hits, locale)
}

async function countEntries(locale: string): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`SELECT coalesce(sum((totals->>${locale})::int), 0)::int AS total FROM "SearchIndex"`
  return row?.total ?? 0
}

/** For each asked word: itself, where the texts have it, and the words with the same beginning, short ones first. */
async function knownWords(asked: readonly AskedWord[], locale: string): Promise<KnownWord[][]> {
  const found = await db.$queryRaw<({ place: number } & KnownWord)[]>`
    SELECT place::int - 1 AS place, word, sum(entries)::int AS entries
    FROM unnest(${asked.map(({ word }) => word)}::text[], ${asked.map(({ stem }) => stem ?? null)}::text[]) WITH ORDINALITY AS asked(itself, stem, place),
      LATERAL (
        SELECT word, entries FROM "SearchWord" WHERE word = itself AND locale = ${locale}
        UNION
        (SELECT word, entries FROM "SearchWord" WHERE word ^@ stem AND locale = ${locale} ORDER BY char_length(word) LIMIT 300)
      ) AS known
    GROUP BY place, word`
  return asked.map((_, n) => found.filter(({ place }) => place === n))
}

/** Words written like one that the texts do not have, or that hold it. A word has letters and digits only (fold.ts). */
async function similarWords(asked: AskedWord, known: readonly KnownWord[], locale: string): Promise<KnownWord[]> {
  const { word } = asked
  if (word.length < 3 || isKnown(asked, known)) return []
  const inside = word.length < 5 ? Prisma.sql`FALSE` : Prisma.sql`word LIKE ${`%${word}%`}`
  return db.$queryRaw<KnownWord[]>`
    SELECT word, sum(entries)::int AS entries FROM "SearchWord"
    WHERE locale = ${locale} AND (word % ${word} OR ${inside})
    GROUP BY word ORDER BY similarity(word, ${word}) DESC LIMIT 60`
}

/** Each entry earns for every asked word what its best answer is worth; answering all of them counts most. */
async function answers({ clauses }: Question, locale: string): Promise<Found[]> {
  if (clauses.length === 0) return []
  const places = new Set(clauses.map(({ place }) => place)).size
  return db.$queryRaw<Found[]>`
    WITH clause AS MATERIALIZED (
      SELECT place, factor, query::tsquery AS query FROM unnest(
        ${clauses.map(({ place }) => place)}::int[], ${clauses.map(({ factor }) => factor)}::float8[], ${clauses.map(({ query }) => query)}::text[]
      ) AS c(place, factor, query)
    ), found AS MATERIALIZED (
      SELECT id, words FROM "SearchEntry"
      WHERE words @@ ${clauses.map(({ query }) => query).join('|')}::tsquery AND locales @> ARRAY[${locale}]
    ), scored AS (
      SELECT id, sum(best) * power(count(*)::float8 / ${places}, 1.5) AS score FROM (
        SELECT id, place, max(worth) AS best FROM (
          SELECT id, place, factor * ts_rank(${weights}::float4[], words, query) AS worth
          FROM found JOIN clause ON words @@ query OFFSET 0 -- or the words of all entries are sorted with them
        ) AS answer GROUP BY id, place
      ) AS place GROUP BY id ORDER BY score DESC, id LIMIT ${rows}
    )
    SELECT "courseId", kind::text AS kind, lang, lesson, block, card, title, heading, text, noted, score
    FROM scored JOIN "SearchEntry" USING (id) ORDER BY score DESC, id`
}
