import { and, inArray, isNull, sql } from 'drizzle-orm'
import { title } from '@/db/entries/schema'
import type { Tx } from '@/db/postgres/client'

/** The titles of these entries that an earlier release wrote, which did not fold them. */
export async function findUnfoldedTitles(tx: Tx, ids: number[]): Promise<{ key: string; text: string }[]> {
  return tx
    .select({ key: title.key, text: title.text })
    .from(title)
    .where(and(inArray(title.entryId, ids), isNull(title.folded)))
}

/** Writes how search compares these titles, by their keys. */
export async function foldTitles(tx: Tx, titles: { key: string; folded: string }[]): Promise<void> {
  if (titles.length === 0) return
  const [keys, folded] = [titles.map((one) => one.key), titles.map((one) => one.folded)].map((all) =>
    sql.param(all),
  )
  await tx.execute(sql`update ${title} set folded = given.folded
    from unnest(${keys}::text[], ${folded}::text[]) given (key, folded) where ${title.key} = given.key`)
}
