import { type SQL, sql } from 'drizzle-orm'
import { title } from '@/db/entries/schema'
import { titleLink } from '@/db/links/schema'
import type { Tx } from '@/db/postgres/client'
import { idList, prepared } from '@/db/postgres/prepared'
import type { TitleLink } from './open-links'

const { placeholder } = sql

const newTitleLinks = prepared((db) => {
  const fromId = sql`${placeholder('fromId')}::bigint`
  const keys = sql`${placeholder('keys')}::text[]`
  const behind = sql`${placeholder('behind')}::text[]`
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
    .select(
      sql`select ${fromId}, asked.key, ${sequence}, null::bigint, asked.behind::bigint[]
        from unnest(${keys}, ${behind}) as asked (key, behind)`,
    )
    .onConflictDoUpdate({
      target: [titleLink.key, titleLink.fromId],
      targetWhere: sql`${titleLink.until} is null`,
      set: { behind: sql`excluded.behind` },
      setWhere: sql`${titleLink.behind} is distinct from excluded.behind`,
    })
    .prepare('new_title_links')
})

/**
 * Sets an entry's open links by title to these, as of `sequence`, in one statement: removed links are closed, new
 * ones opened, the others keep their `since`.
 */
export async function replaceTitleLinks(
  tx: Tx,
  fromId: number,
  links: readonly TitleLink[],
  sequence: number,
): Promise<void> {
  const keys = links.map(({ to }) => to)
  const behind = links.map((one) => (one.behind ? idList(one.behind) : null))
  await newTitleLinks(tx).execute({ fromId, keys, behind, sequence })
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
