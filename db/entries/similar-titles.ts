import { type SQL, sql } from 'drizzle-orm'
import { title } from './schema'

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
 * Titles, current and former, that begin with `key` or are very similar to `text`, and only where there are none, less
 * similar ones: the `entry_id`, whether it is the page's current title (`is_current`), and the similarity (`likeness`,
 * 0 to 1). At most `most` of each. Text and key are to be hidden from the planner; nothing begins with an empty key.
 */
export const similarTitles = (text: SQL, key: SQL, most: number): SQL => {
  const titles = sql`select ${title.entryId}, ${title.text}, ${title.isCurrent},
    similarity(${title.key}, ${text}) as likeness from ${title} where`
  const bound = sql`limit ${sql.raw(String(most))}`
  return sql`
    with nearly as materialized (
      (${titles} ${key} <> '' and ${title.key} ~>=~ ${key} and ${title.key} ~<~ (${key} || ${END}::text)
        order by ${title.key} using ~<~ ${bound})
      union all
      (${titles} ${isSet('word_similarity', text, shareOf(text, 3, 0.6))} and ${text} <% ${title.key} ${bound})
    )
    select * from nearly union all
    (${titles} not exists (select from nearly)
      and ${isSet('strict_word_similarity', text, shareOf(text, 6, 0.4))} and ${text} <<% ${title.key} ${bound})`
}
