import { and, eq, not, sql } from 'drizzle-orm'
import { entry } from '@/db/entries/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { revision, revisionContent } from '@/db/revisions/schema'
import type { ReadScope } from '@/db/visibility/read-scope'
import { isWithheld } from '@/db/visibility/withheld'
import { withholding } from '@/db/withholding/schema'

/** What marks a piece in the text of an old version: its place, or words that stood there. */
export interface Trace {
  /** A block's id, and the key of an infobox value; null where the piece is neither. */
  blockId: string | null
  key: string | null
  /** A run of letters, digits and spaces of it; null where it has no long one. */
  run: string | null
}

/** The number of the first version that has a piece, or words of it; at most `head`, which has it. */
export async function findFirstWith(tx: Tx, entryId: number, trace: Trace, head: number): Promise<number> {
  const { blockId, key, run } = trace
  const text = sql`${revisionContent.content}::text`
  const [row] = await tx
    .select({ first: sql<number | null>`min(${revision.number})::int` })
    .from(revision)
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .where(
      and(
        eq(revision.entryId, entryId),
        sql`(${blockId}::text is not null and strpos(${text}, '"id": "' || ${blockId}::text || '"') > 0
          or ${key}::text is not null and ${revisionContent.content} -> 'infobox' ? ${key}::text
          or ${run}::text is not null and strpos(lower(${text}), lower(${run}::text)) > 0)`,
      ),
    )
  return Math.min(row?.first ?? head, head)
}

/** The first version of the range of a closing that ends with this one; null where none is in force. */
export async function findClosedFrom(tx: Tx, entryId: number, to: number): Promise<number | null> {
  const [row] = await tx
    .select({ from: withholding.fromNumber })
    .from(withholding)
    .where(
      and(
        eq(withholding.entryId, entryId),
        eq(withholding.part, 'text'),
        eq(withholding.toNumber, to),
        sql`${withholding.liftedAt} is null and ${withholding.until} is not null`,
      ),
    )
    .limit(1)
  return row?.from ?? null
}

/** What a version of an entry says, or its head where `number` is null; null where the scope does not show that. */
export async function findShownContent(
  db: Queryable,
  within: ReadScope,
  entryId: number,
  number: number | null,
) {
  const [row] = await db
    .select({
      kind: entry.kind,
      content: revisionContent.content,
      schemaVersion: revisionContent.schemaVersion,
    })
    .from(revision)
    .innerJoin(entry, eq(entry.id, revision.entryId))
    .innerJoin(revisionContent, eq(revisionContent.revisionId, revision.id))
    .where(
      and(
        eq(entry.id, entryId),
        number === null ? eq(revision.id, entry.headId) : eq(revision.number, number),
        not(isWithheld(db, within, 'text')),
      ),
    )
  return row ?? null
}
