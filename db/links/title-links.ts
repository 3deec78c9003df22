import { type SQL, sql } from 'drizzle-orm'
import { title } from '@/db/entries/schema'
import { titleLink } from '@/db/links/schema'
import type { Tx } from '@/db/postgres/client'
import { prepared } from '@/db/postgres/prepared'

const { placeholder } = sql

const newTitleLinks = prepared((db) => {
  const fromId = sql`${placeholder('fromId')}::bigint`
  const keys = sql`${placeholder('keys')}::text[]`
  const sequence = sql`${placeholder('sequence')}::bigint`
  const gone = db
    .$with('gone')
    .as(
      db
        .update(titleLink)
        .set({ until: sequence })
        .where(
          sql`${titleLink.fromId} = ${fromId} and ${titleLink.until} is null and ${titleLink.key} <> all(${keys})`,
        )
        .returning({ key: titleLink.key }),
    )
  return db
    .with(gone)
    .insert(titleLink)
    .select(sql`select ${fromId}, asked.key, ${sequence}, null::bigint from unnest(${keys}) as asked (key)`)
    .onConflictDoNothing()
    .prepare('new_title_links')
})

/**
 * Sets an entry's open links by title to these keys, as of `sequence`, in one statement: removed links are closed, new
 * ones opened, the others keep their `since`.
 */
export async function replaceTitleLinks(
  tx: Tx,
  fromId: number,
  keys: readonly string[],
  sequence: number,
): Promise<void> {
  await newTitleLinks(tx).execute({ fromId, keys: [...keys], sequence })
}

/** The target of links by title: a page, by its current and former titles, or a title that may be free. */
export type TitleTarget = { toId: number } | { key: string }

/** The keys by which links lead there. */
export const keysOfTarget = (target: TitleTarget): SQL =>
  'key' in target
    ? sql`select ${target.key}::text as key`
    : sql`select t.key from ${title} t where t.entry_id = ${target.toId}`

/** Deletes the titles that an entry linked to once and no longer does: they are words that it said. */
export async function forgetClosedTitleLinks(tx: Tx, fromId: number): Promise<void> {
  await tx.delete(titleLink).where(sql`${titleLink.fromId} = ${fromId} and ${titleLink.until} is not null`)
}
