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
 * Makes an entry's open links by title those with these keys, as of `sequence`, in one statement: links that went are
 * closed, new ones opened, the others keep their `since`.
 */
export async function replaceTitleLinks(
  tx: Tx,
  fromId: number,
  keys: readonly string[],
  sequence: number,
): Promise<void> {
  await newTitleLinks(tx).execute({ fromId, keys: [...keys], sequence })
}

/** Where links by title lead: to a page, by its own title and its other names, or to a title that may be nobody's. */
export type TitleTarget = { toId: number } | { key: string }

/** The keys by which links lead there. */
export const keysOfTarget = (target: TitleTarget): SQL =>
  'key' in target
    ? sql`select ${target.key}::text as key`
    : sql`select t.key from ${title} t where t.entry_id = ${target.toId}`

/** Forgets which titles an entry linked to once and no longer does: they are words that it said. */
export async function forgetClosedTitleLinks(tx: Tx, fromId: number): Promise<void> {
  await tx.delete(titleLink).where(sql`${titleLink.fromId} = ${fromId} and ${titleLink.until} is not null`)
}
