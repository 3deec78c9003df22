import { type SQL, sql } from 'drizzle-orm'
import { title } from './schema'

/** A title as search compares it; its key until it is folded. */
export const nameOfTitle: SQL<string> = sql<string>`coalesce(${title.folded}, ${title.key})`

/** Above every character that a title can have: the upper bound of a prefix range. */
const END = '\u{10FFFF}'

/**
 * The trigram similarity that a text and a title or a part of one must have, for so many differing trigrams to be
 * allowed; a typo changes about three. If the threshold did not rise with the length, a long text would be similar to
 * every title with one of its words, and all of them would be compared.
 */
const shareOf = (text: SQL, forgiven: number, least: number) => {
  const [threes, spoilt] = [sql`cardinality(show_trgm(${text}))`, sql.raw(`${forgiven}.0`)]
  return sql`greatest(${sql.raw(String(least))}, (${threes} - ${spoilt}) / (${threes} + ${spoilt}))`
}

/**
 * Sets the threshold for this statement alone, before anything is compared. Text without letters is compared with
 * nothing.
 */
const isSet = (name: string, text: SQL, share: SQL) => sql`cardinality(show_trgm(${text})) > 0
  and (select set_config(${sql.raw(`'pg_trgm.${name}_threshold'`)}, (${share})::text, true)) is not null`

/**
 * Titles, current and former, that begin with `name` or are very similar to it, and only where there are none, less
 * similar ones: the `entry_id`, whether it is the page's current title (`is_current`), and the similarity (`likeness`,
 * 0 to 1). At most `most` of each. The name, folded, is to be hidden from the planner; nothing begins with an empty one.
 */
export const similarTitles = (name: SQL, most: number): SQL => {
  const titles = sql`select ${title.entryId}, ${title.text}, ${title.isCurrent},
    similarity(${nameOfTitle}, ${name}) as likeness from ${title} where`
  const bound = sql`limit ${sql.raw(String(most))}`
  return sql`
    with nearly as materialized (
      (${titles} ${name} <> '' and ${nameOfTitle} ~>=~ ${name} and ${nameOfTitle} ~<~ (${name} || ${END}::text)
        order by ${nameOfTitle} using ~<~ ${bound})
      union all
      (${titles} ${isSet('word_similarity', name, shareOf(name, 3, 0.6))} and ${name} <% ${nameOfTitle} ${bound})
    )
    select * from nearly union all
    (${titles} not exists (select from nearly)
      and ${isSet('strict_word_similarity', name, shareOf(name, 6, 0.4))} and ${name} <<% ${nameOfTitle} ${bound})`
}
