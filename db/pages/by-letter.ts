import { and, type SQL, sql } from 'drizzle-orm'
import { entry, pageFacet } from '@/db/entries/schema'
import type { Queryable } from '@/db/postgres/client'
import { type ReadScope, shownEntries } from '@/db/visibility/read-scope'

/** The beginning of a title's key without its accents, by its signs. As the index `page_facet_letter` has it. */
const plainly = (key: SQL) =>
  sql`((left(regexp_replace(normalize(${key}, NFD), '[\\u0300-\\u036f]+', '', 'g'), 40)) collate "C")`
const plain = plainly(sql`${pageFacet.sortKey}`)
const bySigns = sql`${pageFacet.sortKey} collate "C"`

/** The order of all pages by their letters, accents last. */
export const inLetters = sql`${plain}, ${bySigns}`

/** The pages after the title's key `after` in that order. */
export const afterInLetters = (after: string): SQL =>
  sql`(${plain}, ${bySigns}) > (${plainly(sql`${after}::text`)}, ${after}::text collate "C")`

export interface LetteredPage {
  id: number
  label: string
  sortKey: string
  letter: string
}

/** All pages from the letter `from` on, or after the title's key `after`; at most `most`. */
export async function findPagesByLetter(
  db: Queryable,
  within: ReadScope,
  { from, after, most }: { from: string | null; after: string | null; most: number },
): Promise<LetteredPage[]> {
  return db
    .select({
      ...{ id: entry.id, label: entry.label, sortKey: pageFacet.sortKey },
      letter: sql<string>`left(${plain}, 1)`,
    })
    .from(pageFacet)
    .innerJoin(entry, sql`${entry.id} = ${pageFacet.entryId}`)
    .where(
      and(
        shownEntries(within),
        after === null ? undefined : afterInLetters(after),
        from === null ? undefined : sql`${plain} >= ${from}`,
      ),
    )
    .orderBy(inLetters)
    .limit(most)
}

/** Those of these stretches of letters, each from its first sign up to the next one's, in which there is a page. */
export async function findLettersInUse(
  db: Queryable,
  within: ReadScope,
  firsts: readonly string[],
): Promise<Set<string>> {
  const rows = await db.execute<{ first: string }>(sql`
    select asked.first from unnest(${sql.param([...firsts])}::text[], ${sql.param([...firsts.slice(1), '\u{10ffff}'])}::text[])
      as asked (first, next)
    cross join lateral (select ${pageFacet.entryId} from ${pageFacet} join ${entry} on ${entry.id} = ${pageFacet.entryId}
      where ${plain} >= asked.first and ${plain} < asked.next and ${shownEntries(within) ?? sql`true`}
      order by ${inLetters} limit 1) found`)
  return new Set(rows.map(({ first }) => first))
}
