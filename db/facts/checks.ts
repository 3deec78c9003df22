import { and, desc, eq, inArray, isNull, notInArray, type SQL, sql } from 'drizzle-orm'
import { blockStands } from '@/db/accounts/actors'
import { account, block } from '@/db/accounts/schema'
import { type CheckVoided, factCheck } from '@/db/facts/schema'
import type { Queryable, Tx } from '@/db/postgres/client'
import { revision, revisionContent } from '@/db/revisions/schema'

type NewCheck = Pick<
  typeof factCheck.$inferInsert,
  'factId' | 'sourceId' | 'key' | 'accountId' | 'verdict' | 'how' | 'place' | 'revisionNumber'
>

const stands = isNull(factCheck.voidedAt)

/** Stores what an account says of a citation, in the place of what it said before; gives its id. */
export async function saveCheck(tx: Tx, row: NewCheck): Promise<number> {
  const { verdict, how, place, revisionNumber } = row
  const [written] = await tx
    .insert(factCheck)
    .values(row)
    .onConflictDoUpdate({
      target: [factCheck.factId, factCheck.sourceId, factCheck.key, factCheck.accountId],
      targetWhere: stands,
      set: { verdict, how, place, revisionNumber, at: sql`now()` },
    })
    .returning({ id: factCheck.id })
  return written?.id ?? 0
}

/** Removes a check of this account that stands; gives its fact, or null where there is none. */
export async function removeCheck(
  tx: Tx,
  { id, accountId }: { id: number; accountId: number },
): Promise<number | null> {
  const [removed] = await tx
    .delete(factCheck)
    .where(and(eq(factCheck.id, id), eq(factCheck.accountId, accountId), stands))
    .returning({ factId: factCheck.factId })
  return removed?.factId ?? null
}

const voided = async (tx: Tx, why: CheckVoided, which: SQL | undefined): Promise<number[]> => {
  const rows = await tx
    .update(factCheck)
    .set({ voidedAt: sql`now()`, voidedWhy: why })
    .where(and(which, stands))
    .returning({ factId: factCheck.factId })
  return [...new Set(rows.map(({ factId }) => factId))]
}

/** Voids the checks of a fact but those of what it still says, by their keys. */
export const voidChecksOf = (tx: Tx, factId: number, still: readonly string[], why: CheckVoided) =>
  voided(
    tx,
    why,
    and(eq(factCheck.factId, factId), still.length > 0 ? notInArray(factCheck.key, [...still]) : undefined),
  )

/** Voids all checks against sources; gives the facts that had some. */
export const voidChecksAgainst = (tx: Tx, sourceIds: readonly number[]) =>
  voided(tx, 'source', inArray(factCheck.sourceId, [...sourceIds]))

/** Takes away the places and passages that were noted with the checks of an entry, or against it. */
export async function erasePlacesNoted(tx: Tx, entryId: number): Promise<void> {
  await tx
    .update(factCheck)
    .set({ place: null })
    .where(
      and(
        sql`${factCheck.place} is not null`,
        sql`(${factCheck.factId} = ${entryId} or ${factCheck.sourceId} = ${entryId})`,
      ),
    )
}

const columns = {
  id: factCheck.id,
  factId: factCheck.factId,
  sourceId: factCheck.sourceId,
  key: factCheck.key,
  verdict: factCheck.verdict,
  how: factCheck.how,
  place: factCheck.place,
  at: factCheck.at,
  accountId: factCheck.accountId,
}

/** The checks of a fact that stand, the last first, each with who says so and what their checks count by. */
export function findChecksOf(db: Queryable, factId: number) {
  return db
    .select({
      ...columns,
      name: account.name,
      hasPublished: sql<boolean>`exists (select from ${revision} where ${revision.authorId} = ${account.id})`,
      isBlocked: sql<boolean>`${block.id} is not null`,
    })
    .from(factCheck)
    .innerJoin(account, eq(account.id, factCheck.accountId))
    .leftJoin(block, blockStands)
    .where(and(eq(factCheck.factId, factId), stands))
    .orderBy(desc(factCheck.at), desc(factCheck.id))
}
export type CheckRow = Awaited<ReturnType<typeof findChecksOf>>[number]

/** What an account wrote of an entry, each revision with the one before it. */
export async function findRevisionsBy(db: Queryable, entryId: number, accountId: number) {
  return db.execute<{ touches: string[]; now: Stored | null; before: Stored | null }>(sql`
    select r.touches, ${storedAs(sql`c`)} as now, ${storedAs(sql`b`)} as before
    from ${revision} r left join ${revisionContent} c on c.revision_id = r.id
      left join ${revision} p on p.entry_id = r.entry_id and p.number = r.number - 1
      left join ${revisionContent} b on b.revision_id = p.id
    where r.entry_id = ${entryId} and r.author_id = ${accountId}`)
}

interface Stored {
  content: unknown
  schemaVersion: number
}

const storedAs = (row: SQL) =>
  sql`case when ${row}.revision_id is not null then jsonb_build_object('content', ${row}.content, 'schemaVersion', ${row}.schema_version) end`

/** What an account says of a citation; null where it says nothing. */
export async function findOwnCheck(
  db: Queryable,
  { factId, sourceId, key, accountId }: Pick<NewCheck, 'factId' | 'sourceId' | 'key' | 'accountId'>,
) {
  const [row] = await db
    .select({ id: factCheck.id, verdict: factCheck.verdict })
    .from(factCheck)
    .where(
      and(
        eq(factCheck.factId, factId),
        eq(factCheck.sourceId, sourceId),
        eq(factCheck.key, key),
        eq(factCheck.accountId, accountId),
        stands,
      ),
    )
  return row ?? null
}
